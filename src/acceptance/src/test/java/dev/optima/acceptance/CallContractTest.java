package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.SocketPair;
import dev.optima.acceptance.harness.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The rows of "A call" and of the signalling table in the contract, over plain sockets.
class CallContractTest {
  private static Site site;
  private static Member recruiter;
  private static Member colleague;

  @BeforeAll
  static void open() {
    site = Site.open("calls");
    recruiter = site.recruiter("Rea Recruiter");
    colleague = site.recruiter("Cem Colleague");
  }

  @AfterAll
  static void close() throws InterruptedException {
    site.close();
  }

  private static SocketPair pair() {
    return SocketPair.of(site, recruiter, site.applicant("Ayşe Yılmaz"));
  }

  @Test
  void aWholeCallAsBothSidesHearIt() {
    Guest applicant = site.applicant("Ayşe Yılmaz");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant)) {
      String key = SocketPair.newKey();
      pair.caller().say("video_call_request", "room_id", pair.roomId(), "key", key);

      JsonNode ringing = pair.caller().await("video_call_ringing");
      JsonNode incoming = pair.callee().await("video_call_incoming");
      String callId = ringing.path("call_id").asText();
      assertThat(ringing.path("key").asText()).isEqualTo(key);
      assertThat(incoming.path("call_id").asText()).isEqualTo(callId);
      assertThat(incoming.path("caller_name").asText()).isEqualTo("Rea Recruiter");
      assertThat(incoming.path("room_id").asText()).isEqualTo("applicant_" + applicant.userId());
      assertThat(Instant.parse(incoming.path("expires_at").asText()))
          .isBetween(Instant.now().plusSeconds(35), Instant.now().plusSeconds(46));

      pair.callee().say("video_call_accept", "call_id", callId);
      JsonNode here = pair.caller().awaitCall("video_call_ready", callId);
      JsonNode there = pair.callee().awaitCall("video_call_ready", callId);
      assertThat(here.path("provider").asText()).isEqualTo("direct");
      assertThat(here.path("join_url").asText())
          .startsWith(site.url() + "/call/" + callId + "#ticket=oct_");
      assertThat(there.path("join_url").asText())
          .startsWith(site.url() + "/call/" + callId + "#ticket=oct_")
          .isNotEqualTo(here.path("join_url").asText());

      pair.join(callId);
      pair.callee().say("video_call_end", "call_id", callId);
      JsonNode end = pair.awaitEnd(callId);
      assertThat(end.path("state").asText()).isEqualTo("ENDED");
      assertThat(end.path("outcome").asText()).isEqualTo("completed");
      assertThat(end.path("ended_by").asText()).isEqualTo(applicant.userId());
      assertThat(end.path("participants")).hasSize(2);
      assertThat(Instant.parse(end.path("ended_at").asText()))
          .isAfterOrEqualTo(Instant.parse(end.path("started_at").asText()));
      assertThat(pair.history().path("call_id").asText()).isEqualTo(callId);
      assertThat(pair.history().path("version").asLong()).isEqualTo(end.path("version").asLong());
      assertThat(pair.callee().await("chat_message").path("call").path("outcome").asText())
          .isEqualTo("completed");
    }
  }

  @Test
  void anyResponseByActionMeansTheSame() {
    try (SocketPair pair = pair()) {
      String callId = pair.ring();
      pair.callee().say("video_call_response", "call_id", callId, "action", "accept");
      pair.caller().awaitCall("video_call_ready", callId);
      pair.caller().say("video_call_end", "call_id", callId);
      assertThat(pair.awaitEnd(callId).path("outcome").asText()).isEqualTo("abandoned");

      String second = pair.ring();
      pair.callee().say("video_call_response", "call_id", second, "action", "reject");
      assertThat(pair.awaitEnd(second).path("state").asText()).isEqualTo("REJECTED");
    }
  }

  @Test
  void aRejectionStopsEveryDeviceAtOnceAndIsFinal() {
    Guest applicant = site.applicant("Two Devices");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant);
        ContractSocket phone = ContractSocket.withCookie(site.url(), applicant.session())) {
      String callId = pair.ring();
      phone.awaitCall("video_call_incoming", callId);
      phone.say("video_call_reject", "call_id", callId);

      JsonNode end = pair.awaitEnd(callId);
      assertThat(end.path("state").asText()).isEqualTo("REJECTED");
      assertThat(end.path("duration").asLong()).isZero();
      phone.awaitCall("video_call_ended", callId);

      pair.callee().say("video_call_accept", "call_id", callId);
      JsonNode refusal = pair.callee().await("error");
      assertThat(refusal.path("code").asText()).isEqualTo("stale");
      assertThat(refusal.path("call").path("state").asText()).isEqualTo("REJECTED");
      assertThat(pair.status(callId).path("version").asLong())
          .isEqualTo(end.path("version").asLong());
    }
  }

  @Test
  void theCallerThinksBetterOfIt() {
    try (SocketPair pair = pair()) {
      String callId = pair.ring();
      pair.callee().say("video_call_cancel", "call_id", callId);
      assertThat(pair.callee().await("error").path("code").asText()).isEqualTo("forbidden");
      pair.caller().say("video_call_cancel", "call_id", callId);
      JsonNode end = pair.awaitEnd(callId);
      assertThat(end.path("state").asText()).isEqualTo("CANCELLED");
      assertThat(end.path("outcome").asText()).isEqualTo("cancelled");
    }
  }

  @Test
  void theSameKeyIsTheSameCall() {
    try (SocketPair pair = pair()) {
      String key = SocketPair.newKey();
      pair.caller().say("video_call_request", "room_id", pair.roomId(), "key", key);
      String callId = pair.caller().await("video_call_ringing").path("call_id").asText();
      pair.caller().say("video_call_request", "room_id", pair.roomId(), "key", key);
      assertThat(pair.caller().await("video_call_ringing").path("call_id").asText())
          .isEqualTo(callId);
      pair.callee().awaitCall("video_call_incoming", callId);
      pair.callee().settle();
      assertThat(pair.callee().count("video_call_incoming")).isEqualTo(1);
      pair.caller().say("video_call_cancel", "call_id", callId);
      pair.awaitEnd(callId);
    }
  }

  @Test
  void theFirstOfTwoDevicesWinsAndTheOtherStops() {
    Guest applicant = site.applicant("Two Devices");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant);
        ContractSocket phone = ContractSocket.withCookie(site.url(), applicant.session())) {
      String callId = pair.ring();
      phone.awaitCall("video_call_incoming", callId);
      pair.callee().say("video_call_accept", "call_id", callId);
      phone.awaitCall("video_call_answered_elsewhere", callId);
      phone.say("video_call_accept", "call_id", callId);
      JsonNode late = phone.await("error");
      assertThat(late.path("code").asText()).isEqualTo("stale");
      assertThat(late.path("call").path("state").asText()).isEqualTo("CONNECTING");
      pair.callee().awaitCall("video_call_ready", callId);
      pair.callee().settle();
      assertThat(pair.callee().count("video_call_answered_elsewhere")).isZero();
      pair.caller().say("video_call_end", "call_id", callId);
      pair.awaitEnd(callId);
    }
  }

  @Test
  void theSecondRecruiterIsToldWhoAndSinceWhen() {
    Guest applicant = site.applicant("In Demand");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant);
        ContractSocket other = ContractSocket.withToken(site.url(), colleague.token())) {
      Instant before = Instant.now().minusSeconds(1);
      String callId = pair.ring();
      String key = SocketPair.newKey();
      other.say("video_call_request", "room_id", applicant.roomId(), "key", key);
      JsonNode busy = other.await("error");
      assertThat(busy.path("code").asText()).isEqualTo("busy");
      assertThat(busy.path("key").asText()).isEqualTo(key);
      assertThat(busy.path("who").asText()).isEqualTo("Rea Recruiter");
      assertThat(busy.path("who_id").asText()).isEqualTo(recruiter.userId());
      assertThat(Instant.parse(busy.path("since").asText()))
          .isBetween(before, Instant.now().plusSeconds(1));

      Answer overRest =
          colleague
              .rest()
              .post(
                  "/api/video-calls/initiate",
                  Map.of("room_id", applicant.roomId(), "key", SocketPair.newKey()))
              .expect(409);
      assertThat(overRest.code()).isEqualTo("busy");
      assertThat(overRest.field("who")).isEqualTo("Rea Recruiter");

      pair.caller().say("video_call_cancel", "call_id", callId);
      pair.awaitEnd(callId);
      pair.callee().settle();
      assertThat(pair.callee().count("video_call_incoming")).isEqualTo(1);
    }
  }

  @Test
  void anApplicantWhoIsNotThereIsNotRung() {
    Guest applicant = site.applicant("Far Away");
    try (ContractSocket caller = ContractSocket.withToken(site.url(), recruiter.token())) {
      String key = SocketPair.newKey();
      caller.say("video_call_request", "room_id", applicant.roomId(), "key", key);
      JsonNode refusal = caller.await("error");
      assertThat(refusal.path("code").asText()).isEqualTo("offline");
      assertThat(refusal.path("key").asText()).isEqualTo(key);
      assertThat(refusal.path("call").path("state").asText()).isEqualTo("MISSED");
      assertThat(refusal.path("call").path("outcome").asText()).isEqualTo("offline");
      assertThat(caller.count("video_call_ringing")).isZero();

      Answer overRest =
          recruiter
              .rest()
              .post(
                  "/api/video-calls/initiate",
                  Map.of("room_id", applicant.roomId(), "key", SocketPair.newKey()))
              .expect(409);
      assertThat(overRest.code()).isEqualTo("offline");

      JsonNode history =
          recruiter
              .rest()
              .get("/api/video-calls/history/" + applicant.roomId())
              .expect(200)
              .body()
              .path("calls");
      assertThat(history).hasSize(2);
      JsonNode messages =
          recruiter
              .rest()
              .get("/api/rooms/" + applicant.roomId() + "/messages")
              .expect(200)
              .body()
              .path("messages");
      assertThat(messages).hasSize(2);
      assertThat(messages.path(0).path("kind").asText()).isEqualTo("call");
    }
  }

  @Test
  void aWholeCallOverRest() {
    Guest applicant = site.applicant("Rest Fan");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant)) {
      Answer started =
          recruiter
              .rest()
              .post(
                  "/api/video-calls/initiate",
                  Map.of("room_id", applicant.roomId(), "key", SocketPair.newKey()))
              .expect(201);
      String callId = started.field("call_id");
      assertThat(started.field("state")).isEqualTo("RINGING");
      pair.callee().awaitCall("video_call_incoming", callId);

      Answer early = applicant.rest().post("/api/video-calls/" + callId + "/join");
      assertThat(early.status()).isEqualTo(409);
      assertThat(early.code()).isEqualTo("too_early");

      applicant
          .rest()
          .post("/api/video-calls/" + callId + "/respond", Map.of("action", "accept"))
          .expect(200);
      pair.caller().awaitCall("video_call_ready", callId);
      Answer ticket = applicant.rest().post("/api/video-calls/" + callId + "/join");
      assertThat(ticket.status()).isBetween(200, 201);
      assertThat(ticket.field("join_url")).contains("#ticket=");
      assertThat(pair.status(callId).path("state").asText()).isEqualTo("CONNECTING");

      recruiter.rest().post("/api/video-calls/" + callId + "/end").expect(200);
      assertThat(pair.awaitEnd(callId).path("outcome").asText()).isEqualTo("abandoned");
      Answer late = applicant.rest().post("/api/video-calls/" + callId + "/join").expect(409);
      assertThat(late.code()).isEqualTo("stale");
    }
  }

  @Test
  void leavingACallOfTwoEndsItForBoth() {
    try (SocketPair pair = pair()) {
      String callId = pair.talk();
      pair.callee().say("video_call_leave", "call_id", callId);
      assertThat(pair.awaitEnd(callId).path("outcome").asText()).isEqualTo("completed");
    }
  }

  @Test
  void theDurationIsTheTimeThatBothWereThere() {
    try (SocketPair pair = pair()) {
      String callId = pair.connect();
      Wait.pass(Duration.ofSeconds(4));
      Instant before = Instant.now();
      pair.join(callId);
      Instant joined = Instant.now();
      Wait.pass(Duration.ofSeconds(3));
      long least = Duration.between(joined, Instant.now()).toSeconds();
      pair.caller().say("video_call_end", "call_id", callId);
      long duration = pair.awaitEnd(callId).path("duration").asLong();
      long most = Duration.between(before, Instant.now()).toSeconds();
      assertThat(duration).isBetween(least - 1, most + 1);
    }
  }

  @Test
  void signalsOfTheMediaGoOnlyToTheOtherSide() {
    Guest applicant = site.applicant("Well Connected");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant);
        ContractSocket other = ContractSocket.withToken(site.url(), colleague.token())) {
      String callId = pair.talk();
      Map<String, Object> description = Map.of("type", "offer", "sdp", "v=0");
      pair.caller().say("rtc_signal", "call_id", callId, "description", description);
      JsonNode signal = pair.callee().await("rtc_signal");
      assertThat(signal.path("from").asText()).isEqualTo(recruiter.userId());
      assertThat(signal.path("description").path("sdp").asText()).isEqualTo("v=0");

      other.say("rtc_signal", "call_id", callId, "description", description);
      assertThat(other.await("error").path("code").asText()).isIn("not_found", "forbidden");
      pair.callee().settle();
      pair.caller().settle();
      assertThat(pair.callee().count("rtc_signal")).isEqualTo(1);
      assertThat(pair.caller().count("rtc_signal")).isZero();
      assertThat(other.count("rtc_signal")).isZero();
      pair.caller().say("video_call_end", "call_id", callId);
      pair.awaitEnd(callId);
    }
  }

  @Test
  void whoComesBackIsToldOfTheLiveCall() {
    Guest applicant = site.applicant("Comes Back");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant)) {
      String callId = pair.talk();
      pair.callee().drop();
      try (ContractSocket again = ContractSocket.open(site.url(), Map.of())) {
        again.say("hello", "token", applicant.session());
        JsonNode welcome = again.await("welcome");
        assertThat(welcome.path("role").asText()).isEqualTo("applicant");
        assertThat(welcome.path("live_calls").path(0).path("call_id").asText()).isEqualTo(callId);
        again.say("video_call_joined", "call_id", callId);
        again.say("video_call_end", "call_id", callId);
        assertThat(
                again.awaitCall("video_call_ended", callId).path("call").path("outcome").asText())
            .isEqualTo("completed");
      }
    }
  }

  @Test
  void theSocketOfACallPageIsForThatCallOnly() {
    Guest applicant = site.applicant("On A Page");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant)) {
      String callId = pair.ring();
      pair.callee().say("video_call_accept", "call_id", callId);
      String here = ticket(pair.caller().awaitCall("video_call_ready", callId));
      String there = ticket(pair.callee().awaitCall("video_call_ready", callId));
      try (ContractSocket callPage = ContractSocket.open(site.url(), Map.of());
          ContractSocket applicantPage = ContractSocket.open(site.url(), Map.of())) {
        callPage.say("hello", "token", here);
        assertThat(callPage.await("welcome").path("call_id").asText()).isEqualTo(callId);
        applicantPage.say("hello", "token", there);
        applicantPage.await("welcome");
        callPage.say("video_call_joined", "call_id", callId);
        applicantPage.say("video_call_joined", "call_id", callId);
        callPage.await("video_call_started");
        callPage.say("rtc_signal", "call_id", callId, "candidate", Map.of("candidate", "c"));
        applicantPage.await("rtc_signal");
        callPage.say("chat_send", "room_id", pair.roomId(), "key", "k1", "body", "hi");
        assertThat(callPage.await("error").path("code").asText()).isEqualTo("forbidden");
        callPage.say("video_call_quality", "call_id", callId, "rtt", 0.02, "loss", 0.0, "fps", 30);
        callPage.say("video_call_event", "call_id", callId, "event", "camera_off");
        callPage.settle();
        JsonNode live = quality(callId);
        assertThat(live.path("people").path(0).path("samples").path(0).path("rtt").asDouble())
            .isEqualTo(0.02);
        callPage.say("video_call_end", "call_id", callId);
        pair.awaitEnd(callId);
        assertThat(quality(callId)).as("the same, now or later packed").isEqualTo(live);
        assertThat(live.path("score").asDouble()).isGreaterThan(4.3);
      }
    }
  }

  private JsonNode quality(String callId) {
    return recruiter.rest().get("/api/video-calls/" + callId + "/quality").expect(200).body();
  }

  private static String ticket(JsonNode ready) {
    String url = ready.path("join_url").asText();
    return url.substring(url.indexOf("#ticket=") + "#ticket=".length());
  }

  @Test
  void historyAndListTellWhatWas() {
    Guest applicant = site.applicant("Has History");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant)) {
      String first = pair.ring();
      pair.callee().say("video_call_reject", "call_id", first);
      pair.awaitEnd(first);
      String second = pair.ring();
      pair.caller().say("video_call_cancel", "call_id", second);
      pair.awaitEnd(second);
    }
    List<String> outcomes =
        recruiter
            .rest()
            .get("/api/video-calls/history/" + applicant.roomId())
            .expect(200)
            .body()
            .path("calls")
            .findValuesAsText("outcome");
    assertThat(outcomes).containsExactly("cancelled", "rejected");
    JsonNode list =
        recruiter
            .rest()
            .get("/api/video-calls?outcome=rejected&person=" + applicant.userId())
            .expect(200)
            .body()
            .path("calls");
    assertThat(list).hasSize(1);
    assertThat(list.path(0).path("outcome").asText()).isEqualTo("rejected");
    assertThat(recruiter.rest().get("/api/video-calls", "Accept", "text/csv").expect(200).text())
        .contains("rejected");
  }
}
