package dev.optima.backend.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.id.UserId;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Chat over real sockets.
class LiveChatTest {
  private final Vertx vertx = Node.vertx();
  private final Path folder;
  private Node node;

  LiveChatTest(@TempDir Path folder) {
    this.folder = folder;
    node = start(SignalingConfig.DEFAULT);
    node.recruiter("ayse");
    node.recruiter("burak");
    node.applicant("mert");
  }

  private Node start(SignalingConfig config) {
    return new Node(vertx, Engine.SQLITE.open(folder), config);
  }

  @AfterEach
  void stop() {
    node.close();
    Node.stop(vertx);
  }

  private static String send(String key, String body) {
    return "{\"type\":\"chat_send\",\"room_id\":\"applicant_mert\",\"key\":\"%s\",\"body\":\"%s\"}"
        .formatted(key, body);
  }

  private static String hello(String token, long lastSeq) {
    return "{\"type\":\"hello\",\"token\":\"%s\",\"last_seq\":{\"applicant_mert\":%d}}"
        .formatted(token, lastSeq);
  }

  @Test
  void aMessageIsAcknowledgedAndDelivered() {
    Caller ayse = node.hello("ayse");
    Caller ayseToo = node.hello("ayse");
    Caller burak = node.hello("burak");
    Caller mert = node.hello("mert");
    ayse.say(send("k", "Merhaba Mert, nasılsın? 🙂"));
    JsonNode ack = ayse.await("chat_ack");
    assertThat(ack.path("seq").asLong()).isEqualTo(1);
    assertThat(ack.path("key").asText()).isEqualTo("k");
    for (Caller who : List.of(ayseToo, burak, mert)) {
      JsonNode message = who.await("chat_message");
      assertThat(message.path("message_id")).isEqualTo(ack.path("message_id"));
      assertThat(message.path("body").asText()).isEqualTo("Merhaba Mert, nasılsın? 🙂");
      assertThat(message.path("sender_name").asText()).isEqualTo("Name of ayse");
      assertThat(message.path("sent_at").asText()).endsWith("Z");
      assertThat(message.path("kind").asText()).isEqualTo("text");
    }
    ayse.silent();
    ayse.say(send("k", "again"));
    assertThat(ayse.next("chat_ack")).isEqualTo(ack);
    burak.silent();
    mert.say(send("k", "the key is the sender's"));
    assertThat(mert.await("chat_ack").path("seq").asLong()).isEqualTo(2);
  }

  @Test
  void deliveredAndReadAreTold() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    ayse.say(send("k", "x"));
    mert.await("chat_message");
    ayse.await("chat_ack");
    JsonNode delivered = ayse.await("chat_status", node.deliveries::flush);
    assertThat(delivered.path("user_id").asText()).isEqualTo("mert");
    assertThat(delivered.path("delivered_seq").asLong()).isEqualTo(1);
    assertThat(delivered.has("read_seq")).isFalse();
    mert.say("{\"type\":\"chat_read\",\"room_id\":\"applicant_mert\",\"seq\":99}");
    JsonNode read = ayse.await("chat_status");
    assertThat(read.path("read_seq").asLong()).isEqualTo(1);
    mert.say("{\"type\":\"chat_read\",\"room_id\":\"applicant_mert\",\"seq\":1}");
    mert.say("{\"type\":\"chat_typing\",\"room_id\":\"applicant_mert\"}");
    assertThat(ayse.next("chat_typing").path("name").asText()).isEqualTo("Name of mert");
  }

  @Test
  void reactionsEditsAndDeletionsAreTold() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    ayse.say(send("k", "x"));
    String id = ayse.await("chat_ack").path("message_id").asText();
    mert.await("chat_message");
    String message = "\"room_id\":\"applicant_mert\",\"message_id\":\"" + id + "\"";
    mert.say("{\"type\":\"chat_react\"," + message + ",\"emoji\":\"👍\"}");
    JsonNode reaction = ayse.await("chat_reaction");
    assertThat(reaction.at("/reactions/0/emoji").asText()).isEqualTo("👍");
    assertThat(reaction.at("/reactions/0/by/0").asText()).isEqualTo("mert");
    mert.say("{\"type\":\"chat_edit\"," + message + ",\"body\":\"mine now\"}");
    mert.error("forbidden");
    ayse.say("{\"type\":\"chat_edit\"," + message + ",\"body\":\"better\"}");
    JsonNode edited = mert.await("chat_message");
    assertThat(edited.path("body").asText()).isEqualTo("better");
    assertThat(edited.path("seq").asLong()).isEqualTo(1);
    assertThat(edited.has("edited_at")).isTrue();
    assertThat(edited.at("/reactions/0/emoji").asText()).isEqualTo("👍");
    ayse.say("{\"type\":\"chat_delete\"," + message + "}");
    JsonNode deleted = mert.await("chat_message");
    assertThat(deleted.path("body").asText()).isEmpty();
    assertThat(deleted.has("deleted_at")).isTrue();
    ayse.await("chat_message");
    ayse.await("chat_message");
    ayse.say("{\"type\":\"chat_edit\"," + message + ",\"body\":\"too late\"}");
    ayse.error("stale");
  }

  @Test
  void aWishToBeCalledIsAcknowledgedOrRefusedWithItsKey() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    String wish = "{\"type\":\"call_me\",\"room_id\":\"applicant_mert\",\"key\":\"%s\"}";
    mert.say(wish.formatted("a"));
    assertThat(mert.await("chat_ack").path("key").asText()).isEqualTo("a");
    assertThat(ayse.await("chat_message").path("kind").asText()).isEqualTo("call_me");
    mert.say(wish.formatted("b"));
    JsonNode early = mert.error("rate_limited");
    assertThat(early.path("key").asText()).isEqualTo("b");
    assertThat(early.path("retry_after").asLong()).isBetween(1L, 120L);
    ayse.say(wish.formatted("c"));
    assertThat(ayse.error("forbidden").path("key").asText()).isEqualTo("c");
  }

  @Test
  void theOrderOfOneSenderIsKept() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    for (int i = 1; i <= 500; i++) {
      ayse.say(send("k" + i, "body " + i));
      if (i % 50 == 0) {
        ayse.say("{\"type\":\"chat_read\",\"room_id\":\"applicant_mert\",\"seq\":" + i + "}");
      }
    }
    for (int i = 1; i <= 500; i++) {
      assertThat(ayse.await("chat_ack").path("key").asText()).isEqualTo("k" + i);
      JsonNode message = mert.await("chat_message");
      assertThat(message.path("seq").asLong()).isEqualTo(i);
      assertThat(message.path("body").asText()).isEqualTo("body " + i);
    }
  }

  @Test
  void whoComesBackMissesNothingAndDoublesNothing() {
    Caller ayse = node.hello("ayse");
    int total = 1_000;
    for (int i = 1; i <= 300; i++) {
      ayse.say(send("k" + i, "x".repeat(500)));
    }
    for (int i = 1; i <= 300; i++) {
      ayse.await("chat_ack");
    }
    Caller mert = node.connect();
    for (int i = 301; i <= total; i++) {
      ayse.say(send("k" + i, "x".repeat(500)));
      if (i == 600) {
        mert.say(hello("mert", 40));
      }
    }
    List<Long> seen = new ArrayList<>();
    mert.next("welcome");
    while (seen.isEmpty() || seen.getLast() < total) {
      seen.add(mert.await("chat_message").path("seq").asLong());
    }
    assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(41, total).boxed().toList());
    mert.silent();
  }

  @Test
  void unreadIsCountedForEach() {
    Caller ayse = node.hello("ayse");
    ayse.say(send("a", "x"));
    ayse.say(send("b", "x"));
    ayse.await("chat_ack");
    ayse.await("chat_ack");
    Caller mert = node.connect();
    mert.say("{\"type\":\"hello\",\"token\":\"mert\"}");
    assertThat(mert.next("welcome").at("/unread/applicant_mert").asLong()).isEqualTo(2);
    mert.say(send("c", "x"));
    mert.say("{\"type\":\"chat_read\",\"room_id\":\"applicant_mert\",\"seq\":1}");
    mert.await("chat_status");
    assertThat(node.chat.history().unread(node.who("mert"))).containsEntry("applicant_mert", 1L);
    assertThat(node.chat.history().unread(node.who("ayse"))).containsEntry("applicant_mert", 1L);
    assertThat(node.chat.history().unread(node.who("burak"))).containsEntry("applicant_mert", 3L);
  }

  @Test
  void aSlowReaderIsClosedAndHarmsNobody() {
    Caller ayse = node.hello("ayse");
    Caller slow = node.hello("mert");
    Caller burak = node.hello("burak");
    slow.socket().pause();
    String body = "x".repeat(3_900);
    int sent = 0;
    while (node.metrics.slowReaders.sum() == 0 && sent < 20_000) {
      sent++;
      ayse.say(send("k" + sent, body));
      ayse.await("chat_ack");
      burak.await("chat_message");
    }
    assertThat(node.metrics.slowReaders.sum()).isEqualTo(1);
    Wait.until("dropped", () -> !node.registry.isOnline(new UserId("mert")));
    ayse.say(send("last", "still here"));
    ayse.await("chat_ack");
    assertThat(burak.isOpen()).isTrue();
  }

  @Test
  void aPeerThatGivesNoPongIsDropped() {
    node.close();
    SignalingConfig base = SignalingConfig.DEFAULT;
    node =
        start(
            new SignalingConfig(
                base.helloWithin(),
                Duration.ofSeconds(2),
                base.maxMessageBytes(),
                base.maxQueuedMessages(),
                base.maxQueuedBytes(),
                base.messagesPerSecond(),
                base.maxInFlight(),
                base.maxFaults(),
                base.faultWindow(),
                base.stopWithin(),
                base.arrivalsOfOne(),
                base.arrivals()));
    node.applicant("mert");
    node.recruiter("ayse");
    Caller ayse = node.hello("ayse");
    var dead = new DeadPeer(node.port(), "mert");
    Wait.until("connected", () -> node.registry.isOnline(new UserId("mert")));
    Wait.until("dropped", () -> !node.registry.isOnline(new UserId("mert")));
    assertThat(node.metrics.lostPeers.sum()).isEqualTo(1);
    assertThat(ayse.isOpen()).isTrue();
    dead.close();
  }

  @Test
  void whoSpeaksTooFastIsReadMoreSlowly() {
    node.close();
    SignalingConfig base = SignalingConfig.DEFAULT;
    node =
        start(
            new SignalingConfig(
                base.helloWithin(),
                base.pingEvery(),
                base.maxMessageBytes(),
                base.maxQueuedMessages(),
                base.maxQueuedBytes(),
                100,
                8,
                base.maxFaults(),
                base.faultWindow(),
                base.stopWithin(),
                base.arrivalsOfOne(),
                base.arrivals()));
    node.recruiter("ayse");
    node.applicant("mert");
    Caller ayse = node.hello("ayse");
    long start = System.nanoTime();
    for (int i = 1; i <= 300; i++) {
      ayse.say(send("k" + i, "x"));
    }
    for (int i = 1; i <= 300; i++) {
      assertThat(ayse.await("chat_ack").path("key").asText()).isEqualTo("k" + i);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
  }
}
