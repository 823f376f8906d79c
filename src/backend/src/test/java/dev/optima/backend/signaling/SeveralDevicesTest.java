package dev.optima.backend.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.rest.MessageList;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sent, delivered, read, with more than one device on each side.
class SeveralDevicesTest {
  private final Vertx vertx = Node.vertx();
  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // each test starts it first, on its engine
  private Node node;

  private void start(Engine engine) {
    node = new Node(vertx, engine.open(folder), SignalingConfig.DEFAULT);
    node.recruiter("ayse");
    node.applicant("mert");
  }

  @AfterEach
  void stop() {
    node.close();
    Node.stop(vertx);
  }

  private static String send(String key) {
    return "{\"type\":\"chat_send\",\"room_id\":\"applicant_mert\",\"key\":\"%s\",\"body\":\"b\"}"
        .formatted(key);
  }

  private static String read(long seq) {
    return "{\"type\":\"chat_read\",\"room_id\":\"applicant_mert\",\"seq\":%d}".formatted(seq);
  }

  private static String hello(String token, long lastSeq) {
    return "{\"type\":\"hello\",\"token\":\"%s\",\"last_seq\":{\"applicant_mert\":%d}}"
        .formatted(token, lastSeq);
  }

  /// A greeting notes what has arrived after it has said so.
  private void flushUntilDelivered(long seq) {
    Wait.until(
        "delivered",
        () -> {
          node.deliveries.flush();
          return seenByAyse().deliveredSeq() == seq;
        });
  }

  private MessageList seenByAyse() {
    return node.chat
        .history()
        .messages(node.who("ayse"), World.room(node.who("mert")), null, null, 1);
  }

  private static void assertStatus(JsonNode status, String who, String mark, long seq) {
    assertThat(status.path("user_id").asText()).isEqualTo(who);
    assertThat(status.path(mark).asLong()).isEqualTo(seq);
  }

  @ParameterizedTest
  @EnumSource
  void oneDeviceIsEnoughAndAllOfTheOtherSideLearnOfIt(Engine engine) {
    start(engine);
    Caller desk = node.hello("ayse");
    Caller laptop = node.hello("ayse");
    Caller phone = node.hello("mert");
    Caller tablet = node.hello("mert");
    desk.say(send("a"));
    phone.await("chat_message");
    tablet.await("chat_message");
    laptop.await("chat_message");
    desk.await("chat_ack");
    for (Caller each : new Caller[] {desk, laptop}) {
      JsonNode told = each.await("chat_status", node.deliveries::flush);
      assertStatus(told, "mert", "delivered_seq", 1);
    }
    phone.say(read(1));
    for (Caller each : new Caller[] {desk, laptop}) {
      JsonNode told = each.await("chat_status");
      assertStatus(told, "mert", "read_seq", 1);
      assertThat(told.has("unread")).as("is between the reader and their devices").isFalse();
    }
    assertStatus(tablet.await("chat_status"), "mert", "read_seq", 1);
    assertThat(tablet.await("chat_status").path("unread").asLong(-1)).isZero();
    tablet.say(read(1));
    tablet.silent();
    desk.silent();
  }

  @ParameterizedTest
  @EnumSource
  void aSecondSenderOfTheTeamIsNoReader(Engine engine) {
    start(engine);
    node.recruiter("burak");
    Caller ayse = node.hello("ayse");
    Caller burak = node.hello("burak");
    ayse.say(send("a"));
    ayse.await("chat_ack");
    burak.await("chat_message");
    node.deliveries.flush();
    burak.say(read(1));
    JsonNode told = ayse.await("chat_status");
    assertStatus(told, "burak", "read_seq", 1);
    MessageList seen = seenByAyse();
    assertThat(seen.deliveredSeq()).as("the applicant is not here").isZero();
    assertThat(seen.readSeq()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasSentWhileAwayIsDeliveredOnReturn(Engine engine) {
    start(engine);
    Caller ayse = node.hello("ayse");
    for (int i = 1; i <= 3; i++) {
      ayse.say(send("k" + i));
      ayse.await("chat_ack");
    }
    node.deliveries.flush();
    ayse.silent();
    Caller phone = node.connect();
    phone.say(hello("mert", 1));
    phone.await("chat_message");
    phone.await("chat_message");
    flushUntilDelivered(3);
    assertStatus(ayse.await("chat_status"), "mert", "delivered_seq", 3);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasFetchedOverRestIsDeliveredToo(Engine engine) {
    start(engine);
    Caller ayse = node.hello("ayse");
    ayse.say(send("a"));
    ayse.await("chat_ack");
    Caller phone = node.connect();
    phone.say(hello("mert", 99));
    phone.next("welcome");
    phone.await("presence");
    flushUntilDelivered(1);
    assertStatus(ayse.await("chat_status"), "mert", "delivered_seq", 1);
  }
}
