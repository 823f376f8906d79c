package dev.optima.backend.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.backend.store.Engine;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// At the wire: whatever the team does in its room about an applicant, nothing of it comes out of
/// the applicant's socket, and whatever the applicant says about that room, it is not there.
class TeamRoomWireTest {
  private final Vertx vertx = Node.vertx();
  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // each test starts it first, on its engine
  private Node node;

  private void start(Engine engine) {
    node = new Node(vertx, engine.open(folder), SignalingConfig.DEFAULT);
    node.recruiter("ayse");
    node.recruiter("burak");
    node.applicant("mert");
  }

  @AfterEach
  void stop() {
    node.close();
    Node.stop(vertx);
  }

  private static String about(String type, String more) {
    return "{\"type\":\"%s\",\"room_id\":\"team_mert\"%s}".formatted(type, more);
  }

  private static String hello(String token, String rooms) {
    return "{\"type\":\"hello\",\"token\":\"%s\",\"last_seq\":{%s}}".formatted(token, rooms);
  }

  /// One of the team does all that can be done in a room; gives the message's id.
  private String actAsTeam(Caller ayse, Caller burak) {
    ayse.say(about("chat_send", ",\"key\":\"k1\",\"body\":\"a secret\""));
    String id = ayse.await("chat_ack").path("message_id").asText();
    assertThat(burak.await("chat_message").path("body").asText()).isEqualTo("a secret");
    ayse.say(about("chat_typing", ""));
    assertThat(burak.await("chat_typing").path("room_id").asText()).isEqualTo("team_mert");
    String message = ",\"message_id\":\"" + id + "\"";
    burak.say(about("chat_react", message + ",\"emoji\":\"👍\""));
    ayse.await("chat_reaction");
    assertThat(ayse.await("chat_status", node.deliveries::flush).path("user_id").asText())
        .isEqualTo("burak");
    burak.say(about("chat_read", ",\"seq\":1"));
    ayse.await("chat_status");
    ayse.say(about("chat_edit", message + ",\"body\":\"another secret\""));
    assertThat(burak.await("chat_message").path("body").asText()).isEqualTo("another secret");
    ayse.say(about("chat_send", ",\"key\":\"k2\",\"body\":\"gone\""));
    String gone = ayse.await("chat_ack").path("message_id").asText();
    ayse.say(about("chat_delete", ",\"message_id\":\"" + gone + "\""));
    assertThat(ayse.await("chat_message").has("deleted_at")).isTrue();
    return id;
  }

  @ParameterizedTest
  @EnumSource
  void nothingComesOutOfTheApplicantsSocket(Engine engine) {
    start(engine);
    Caller ayse = node.hello("ayse");
    Caller burak = node.hello("burak");
    Caller mert = node.connect();
    mert.say(hello("mert", "\"applicant_mert\":0"));
    JsonNode welcome = mert.next("welcome");
    assertThat(welcome.toString()).doesNotContain("team_");
    mert.await("presence");
    mert.await("presence");
    actAsTeam(ayse, burak);
    mert.silent();
  }

  @ParameterizedTest
  @EnumSource
  void whoComesBackAndAsksForItGetsNothing(Engine engine) {
    start(engine);
    Caller ayse = node.hello("ayse");
    Caller burak = node.hello("burak");
    actAsTeam(ayse, burak);
    ayse.close();
    burak.close();
    Wait.until("the team is gone", () -> node.registry.team().isEmpty());
    Caller mert = node.connect();
    mert.say(hello("mert", "\"team_mert\":0,\"applicant_mert\":0"));
    JsonNode welcome = mert.next("welcome");
    assertThat(welcome.path("unread")).isEmpty();
    mert.silent();
  }

  @ParameterizedTest
  @EnumSource
  void whateverTheApplicantSaysAboutItItIsNotThere(Engine engine) {
    start(engine);
    Caller ayse = node.hello("ayse");
    Caller burak = node.hello("burak");
    String id = actAsTeam(ayse, burak);
    Caller mert = node.hello("mert");
    ayse.await("presence");
    mert.await("presence");
    mert.await("presence");
    String message = ",\"message_id\":\"" + id + "\"";
    for (String attempt :
        new String[] {
          about("chat_send", ",\"key\":\"x\",\"body\":\"x\""),
          about("chat_send", ",\"key\":\"x\",\"body\":\"x\",\"reply_to\":\"" + id + "\""),
          about("chat_read", ",\"seq\":1"),
          about("chat_typing", ""),
          about("chat_react", message + ",\"emoji\":\"👍\""),
          about("chat_edit", message + ",\"body\":\"mine\""),
          about("chat_delete", message),
          about("call_me", ",\"key\":\"x\"")
        }) {
      mert.say(attempt);
      mert.error("not_found");
      String nowhere = attempt.replace("team_mert", "team_nobody");
      mert.say(nowhere);
      assertThat(mert.error("not_found").path("message").asText())
          .as("a room of others and no room at all look the same")
          .isEqualTo("no such room");
    }
    String reply = "\"key\":\"y\",\"body\":\"x\",\"reply_to\":\"" + id + "\"";
    mert.say("{\"type\":\"chat_send\",\"room_id\":\"applicant_mert\"," + reply + "}");
    mert.error("invalid");
    mert.silent();
    ayse.silent();
  }

  @ParameterizedTest
  @EnumSource
  void theTeamCatchesUpWithItLikeWithAnyRoom(Engine engine) {
    start(engine);
    Caller ayse = node.hello("ayse");
    Caller burak = node.hello("burak");
    actAsTeam(ayse, burak);
    Caller again = node.connect();
    again.say(hello("burak", "\"team_mert\":0,\"applicant_mert\":0"));
    assertThat(again.next("welcome").path("unread")).as("the second one was taken back").isEmpty();
    assertThat(again.await("chat_message").path("body").asText()).isEqualTo("another secret");
    assertThat(again.await("chat_message").has("deleted_at")).isTrue();
    ayse.say("{\"type\":\"video_call_request\",\"room_id\":\"team_mert\",\"key\":\"r\"}");
    ayse.error("not_found");
  }
}
