package dev.optima.backend.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.id.RoomId;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What should not be said is answered with its error, and changes nothing.
class BadInputTest {
  private static final SignalingConfig QUICK =
      new SignalingConfig(
          Duration.ofSeconds(3),
          Duration.ofSeconds(20),
          64 * 1024,
          256,
          1024 * 1024,
          2_500,
          64,
          10,
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          1_000,
          20_000);

  private final Vertx vertx = Node.vertx();
  private final Node node;

  BadInputTest(@TempDir Path folder) {
    node = new Node(vertx, Engine.SQLITE.open(folder), QUICK);
    node.recruiter("ayse");
    node.recruiter("burak");
    node.applicant("mert");
    node.applicant("deniz");
  }

  @AfterEach
  void stop() {
    node.close();
    Node.stop(vertx);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "42",
        "\"hello\"",
        "{}",
        "{\"type\":null}",
        "{\"type\":\"video_call_request\"}",
        "{\"type\":\"video_call_request\",\"room_id\":null,\"key\":\"k\"}",
        "{\"type\":\"video_call_request\",\"room_id\":{},\"key\":\"k\"}",
        "{\"type\":\"video_call_request\",\"room_id\":\"../../etc\",\"key\":\"k\"}",
        "{\"type\":\"video_call_accept\",\"call_id\":17}",
        "{\"type\":\"chat_read\",\"room_id\":\"applicant_mert\",\"seq\":\"many\"}",
        "{\"type\":\"chat_read\",\"room_id\":\"applicant_mert\",\"seq\":99999999999999999999}",
        "{\"type\":\"ping\"} {\"type\":\"ping\"}",
      })
  void whatCannotBeReadIsMalformed(String text) {
    Caller ayse = node.hello("ayse");
    ayse.say(text);
    ayse.error("malformed");
    ayse.silent();
  }

  @Test
  void depthIsBounded() {
    Caller ayse = node.hello("ayse");
    ayse.say("{\"type\":\"rtc_signal\",\"call_id\":\"x\",\"a\":" + "[".repeat(5_000));
    ayse.error("malformed");
    ayse.silent();
  }

  @Test
  void anUnknownTypeIsSaidToBeUnknown() {
    Caller ayse = node.hello("ayse");
    ayse.say("{\"type\":\"drop_tables\"}");
    ayse.error("unknown_type");
    ayse.say("{\"type\":\"welcome\"}");
    ayse.error("unknown_type");
    ayse.silent();
  }

  @Test
  void whoKeepsSayingRubbishIsClosed() {
    Caller ayse = node.hello("ayse");
    for (int i = 0; i < 40; i++) {
      ayse.say("rubbish");
    }
    assertThat(ayse.closeCode()).isEqualTo(1008);
  }

  @Test
  void binaryIsRefused() {
    Caller ayse = node.hello("ayse");
    ayse.sayFrame(WebSocketFrame.binaryFrame(Buffer.buffer("{\"type\":\"ping\"}"), true));
    ayse.error("malformed");
    ayse.silent();
  }

  @Test
  void aMessageTooLargeIsRefusedAndClosed() {
    Caller ayse = node.hello("ayse");
    String body = "x".repeat(64 * 1024);
    ayse.say(send("applicant_mert", "k", body));
    ayse.error("too_large");
    assertThat(ayse.closeCode()).isEqualTo(1009);
    assertThat(lastSeq("mert")).isZero();
  }

  @Test
  void soIsOneInManyPieces() {
    Caller ayse = node.hello("ayse");
    ayse.sayFrame(WebSocketFrame.textFrame("{\"type\":\"ping\",\"x\":\"", false));
    for (int i = 0; i < 70; i++) {
      ayse.sayFrame(WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(1024)), false));
    }
    ayse.error("too_large");
    assertThat(ayse.closeCode()).isEqualTo(1009);
  }

  @Test
  void aMessageInPiecesIsPutTogether() {
    Caller ayse = node.hello("ayse");
    ayse.sayFrame(WebSocketFrame.textFrame("{\"type\":", false));
    ayse.sayFrame(WebSocketFrame.continuationFrame(Buffer.buffer("\"pi"), false));
    ayse.sayFrame(WebSocketFrame.continuationFrame(Buffer.buffer("ng\"}"), true));
    ayse.next("pong");
  }

  @Test
  void aFrameBeyondAllBoundsIsCut() {
    Caller ayse = node.hello("ayse");
    ayse.say("x".repeat(1 << 20));
    assertThat(ayse.closeCode()).isIn(1009, 1006);
    assertThat(node.hello("burak").isOpen()).isTrue();
  }

  @Test
  void aForeignOriginIsNotLetIn() {
    assertThatThrownBy(() -> node.connect(Map.of("Origin", "https://evil.example")))
        .hasMessageContaining("403");
    assertThatThrownBy(() -> node.connect(Map.of("Origin", "null"))).hasMessageContaining("403");
    Caller ours = node.connect(Map.of("Origin", "https://ours.example"));
    ours.say("{\"type\":\"hello\",\"token\":\"ayse\"}");
    ours.next("welcome");
    Caller same = node.connect(Map.of("Origin", "http://127.0.0.1:" + node.port()));
    same.say("{\"type\":\"hello\",\"token\":\"ayse\"}");
    same.next("welcome");
  }

  @Test
  void theCookieIsASessionToo() {
    Caller mert = node.connect(Map.of("Cookie", "a=b; optima_session=mert; c=d"));
    mert.say("{\"type\":\"hello\"}");
    assertThat(mert.next("welcome").path("role").asText()).isEqualTo("applicant");
  }

  @Test
  void withoutHelloItIsClosedInTime() {
    assertThat(node.connect().closeCode()).isEqualTo(1008);
  }

  @Test
  void nothingIsReadBeforeHello() {
    Caller stranger = node.connect(Map.of("Cookie", "optima_session=ayse"));
    stranger.say(send("applicant_mert", "k", "hello"));
    stranger.say("{\"type\":\"hello\"}");
    stranger.error("unauthenticated");
    assertThat(stranger.closeCode()).isEqualTo(1008);
    assertThat(lastSeq("mert")).isZero();
  }

  @Test
  void whatFollowsHelloAtOnceIsDealtWithAfterIt() {
    Caller ayse = node.connect();
    ayse.say("{\"type\":\"hello\",\"token\":\"ayse\"}");
    ayse.say(send("applicant_mert", "k", "at once"));
    ayse.next("welcome");
    assertThat(ayse.next("chat_ack").path("seq").asLong()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"hello\"}",
        "{\"type\":\"hello\",\"token\":\"nobody\"}",
        "{\"type\":\"hello\",\"token\":\"oct_a.b.RECRUITER.9999999999.AAAA\"}",
        "{\"type\":\"hello\",\"token\":\"oct_\"}",
      })
  void aWrongTokenOpensNothing(String hello) {
    Caller stranger = node.connect();
    stranger.say(hello);
    stranger.say(send("applicant_mert", "k", "let me in"));
    stranger.error("unauthenticated");
    assertThat(stranger.closeCode()).isEqualTo(1008);
    assertThat(lastSeq("mert")).isZero();
    assertThat(node.registry.isOnline(node.applicant("x").userId())).isFalse();
  }

  @Test
  void helloIsSaidOnce() {
    Caller ayse = node.hello("ayse");
    ayse.say("{\"type\":\"hello\",\"token\":\"mert\"}");
    ayse.error("invalid");
    ayse.silent();
  }

  @Test
  void someoneElsesCallIsNotThere() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    Caller deniz = node.hello("deniz");
    ayse.say("{\"type\":\"video_call_request\",\"room_id\":\"applicant_mert\",\"key\":\"k\"}");
    String call = mert.await("video_call_incoming").path("call_id").asText();
    for (String type :
        List.of(
            "video_call_accept",
            "video_call_reject",
            "video_call_cancel",
            "video_call_end",
            "video_call_leave",
            "video_call_joined",
            "video_call_alive",
            "video_call_quality",
            "rtc_signal")) {
      deniz.say("{\"type\":\"" + type + "\",\"call_id\":\"" + call + "\"}");
      assertThat(deniz.error("not_found").path("call_id").asText()).isEqualTo(call);
      deniz.say("{\"type\":\"" + type + "\",\"call_id\":\"no-such-call\"}");
      deniz.error("not_found");
    }
    Caller burak = node.hello("burak");
    for (String type : List.of("video_call_cancel", "video_call_end", "video_call_accept")) {
      burak.say("{\"type\":\"" + type + "\",\"call_id\":\"" + call + "\"}");
      burak.error("forbidden");
    }
    mert.say("{\"type\":\"ping\"}");
    mert.await("pong");
    assertThat(node.calls.live(node.who("ayse")))
        .singleElement()
        .satisfies(live -> assertThat(live.version()).isEqualTo(1));
  }

  @Test
  void theWrongRoleMayNotRingOrAnswer() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    mert.say("{\"type\":\"video_call_request\",\"room_id\":\"applicant_mert\",\"key\":\"k\"}");
    assertThat(mert.error("forbidden").path("key").asText()).isEqualTo("k");
    ayse.say("{\"type\":\"video_call_request\",\"room_id\":\"applicant_mert\",\"key\":\"k\"}");
    String call = ayse.await("video_call_ringing").path("call_id").asText();
    ayse.say("{\"type\":\"video_call_accept\",\"call_id\":\"" + call + "\"}");
    ayse.error("forbidden");
    assertThat(node.calls.live(node.who("mert")))
        .singleElement()
        .satisfies(live -> assertThat(live.version()).isEqualTo(1));
  }

  @Test
  void someoneElsesRoomIsNotThere() {
    Caller deniz = node.hello("deniz");
    for (String message :
        List.of(
            send("applicant_mert", "k", "hello"),
            send("applicant_nobody", "k", "hello"),
            "{\"type\":\"chat_read\",\"room_id\":\"applicant_mert\",\"seq\":1}",
            "{\"type\":\"chat_typing\",\"room_id\":\"applicant_mert\"}",
            "{\"type\":\"chat_react\",\"room_id\":\"applicant_mert\",\"message_id\":\"m\",\"emoji\":\"👍\"}",
            "{\"type\":\"chat_edit\",\"room_id\":\"applicant_mert\",\"message_id\":\"m\",\"body\":\"x\"}",
            "{\"type\":\"chat_delete\",\"room_id\":\"applicant_mert\",\"message_id\":\"m\"}")) {
      deniz.say(message);
      deniz.error("not_found");
    }
    Caller ayse = node.hello("ayse");
    ayse.say(send("applicant_nobody", "k", "hello"));
    assertThat(ayse.error("not_found").path("key").asText()).isEqualTo("k");
    assertThat(lastSeq("mert")).isZero();
  }

  @Test
  void whatMayNotBeSaidIsRefused() {
    Caller ayse = node.hello("ayse");
    ayse.say(send("applicant_mert", "k", " \\n "));
    ayse.error("invalid");
    ayse.say(send("applicant_mert", "", "x"));
    ayse.error("invalid");
    ayse.say(send("applicant_mert", "k", "a\\u0000b"));
    ayse.error("invalid");
    ayse.say(send("applicant_mert", "k", "half a pair \\ud800"));
    ayse.error("invalid");
    ayse.say(send("applicant_mert", "k", "x".repeat(4_001)));
    JsonNode error = ayse.error("too_large");
    assertThat(error.path("key").asText()).isEqualTo("k");
    assertThat(lastSeq("mert")).isZero();
  }

  private long lastSeq(String applicant) {
    return node.chat
        .history()
        .messages(node.recruiter("reader"), new RoomId("applicant_" + applicant), null, null, 1)
        .lastSeq();
  }

  private static String send(String room, String key, String body) {
    return "{\"type\":\"chat_send\",\"room_id\":\"%s\",\"key\":\"%s\",\"body\":\"%s\"}"
        .formatted(room, key, body);
  }
}
