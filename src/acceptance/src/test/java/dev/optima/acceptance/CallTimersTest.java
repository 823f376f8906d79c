package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.SocketPair;
import dev.optima.acceptance.harness.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every state has an end of its own: the timers, made short by configuration.
class CallTimersTest {
  private static Site site;
  private static Member recruiter;

  @BeforeAll
  static void open() {
    site =
        Site.open(
            "timers",
            Map.of(
                "ring.seconds", "8",
                "connect.seconds", "8",
                "lease.seconds", "5",
                "grace.seconds", "10",
                "ring.limit", "3"));
    recruiter = site.recruiter("Rea Recruiter");
  }

  @AfterAll
  static void close() throws InterruptedException {
    site.close();
  }

  private static SocketPair pair() {
    return SocketPair.of(site, recruiter, site.applicant("Ayşe Yılmaz"));
  }

  private static JsonNode awaitEnd(SocketPair pair, String callId) {
    JsonNode end =
        pair.caller()
            .await("video_call_ended", Wait.LONG, m -> ContractSocket.callId(m).equals(callId))
            .path("call");
    pair.callee().awaitCall("video_call_ended", callId);
    return end;
  }

  @Test
  void aRingEndsInTime() {
    try (SocketPair pair = pair()) {
      String callId = pair.ring();
      JsonNode end = awaitEnd(pair, callId);
      assertThat(end.path("state").asText()).isEqualTo("MISSED");
      assertThat(end.path("outcome").asText()).isEqualTo("no_answer");
      assertThat(end.path("ended_by").isMissingNode()).isTrue();
      assertThat(
              Duration.between(
                  Instant.parse(end.path("created_at").asText()),
                  Instant.parse(end.path("ended_at").asText())))
          .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(40));
      pair.callee().say("video_call_accept", "call_id", callId);
      assertThat(pair.callee().await("error").path("code").asText()).isEqualTo("stale");
    }
  }

  @Test
  void aCallThatOneSideNeverReachesFails() {
    try (SocketPair pair = pair()) {
      String callId = pair.connect();
      pair.callee().say("video_call_joined", "call_id", callId);
      JsonNode end = awaitEnd(pair, callId);
      assertThat(end.path("state").asText()).isEqualTo("FAILED");
      assertThat(end.path("outcome").asText()).isEqualTo("not_joined");
      assertThat(end.path("duration").asLong()).isZero();
      boolean recruiterCame =
          end.path("participants").path(0).hasNonNull("joined_at")
              && end.path("participants").path(0).path("role").asText().equals("recruiter");
      assertThat(recruiterCame).isFalse();
    }
  }

  @Test
  void whoIsLostIsWaitedForAndThenTheCallEndsAtTheLastEvidence() {
    try (SocketPair pair = pair()) {
      Instant asked = Instant.now();
      String callId = pair.talk();
      pair.stay(callId, Duration.ofSeconds(5));
      pair.callee().drop();
      long most = Duration.between(asked, Instant.now()).toSeconds();
      JsonNode lost =
          pair.caller().await("video_call_reconnecting", Wait.LONG, _ -> true).path("call");
      assertThat(lost.path("state").asText()).isEqualTo("RECONNECTING");
      JsonNode end = pair.caller().await("video_call_ended", Wait.LONG, _ -> true).path("call");
      assertThat(end.path("outcome").asText()).isEqualTo("dropped");
      assertThat(end.path("duration").asLong()).isLessThanOrEqualTo(most + 1);
      assertThat(end.path("call_id").asText()).isEqualTo(callId);
    }
  }

  @Test
  void whoComesBackInTimeIsInTheSameCall() {
    try (SocketPair pair = pair()) {
      String callId = pair.talk();
      pair.caller().await("video_call_reconnecting", Wait.LONG, _ -> true);
      pair.callee().say("video_call_alive", "call_id", callId);
      pair.caller().say("video_call_alive", "call_id", callId);
      JsonNode back = pair.caller().await("video_call_started").path("call");
      assertThat(back.path("state").asText()).isEqualTo("ACTIVE");
      assertThat(back.path("call_id").asText()).isEqualTo(callId);
      pair.caller().say("video_call_end", "call_id", callId);
      assertThat(awaitEnd(pair, callId).path("outcome").asText()).isEqualTo("completed");
    }
  }

  @Test
  void theFourthUnansweredRingIsTooMuch() {
    try (SocketPair pair = pair()) {
      for (int i = 0; i < 3; i++) {
        String callId = pair.ring();
        pair.callee().say("video_call_reject", "call_id", callId);
        pair.awaitEnd(callId);
      }
      pair.caller().say("video_call_request", "room_id", pair.roomId(), "key", SocketPair.newKey());
      JsonNode refusal = pair.caller().await("error");
      assertThat(refusal.path("code").asText()).isEqualTo("rate_limited");
      assertThat(refusal.path("retry_after").asLong()).isBetween(1L, 1800L);
    }
  }
}
