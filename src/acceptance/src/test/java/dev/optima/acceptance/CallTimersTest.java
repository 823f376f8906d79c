package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.SocketPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every state has an end of its own: the timers, made short by configuration.
class CallTimersTest {
  private static final Duration SLACK = Duration.ofSeconds(2);

  private static Site site;
  private static Member recruiter;

  @BeforeAll
  static void open() {
    site =
        Site.open(
            "timers",
            Map.of(
                "ring.seconds", "5",
                "connect.seconds", "5",
                "lease.seconds", "5",
                "grace.seconds", "6",
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

  private static JsonNode awaitEnd(SocketPair pair, String callId, int seconds) {
    JsonNode end =
        pair.caller()
            .await(
                "video_call_ended",
                Duration.ofSeconds(seconds).plus(SLACK),
                m -> ContractSocket.callId(m).equals(callId))
            .path("call");
    pair.callee().awaitCall("video_call_ended", callId);
    return end;
  }

  @Test
  void aRingEndsInTime() {
    try (SocketPair pair = pair()) {
      String callId = pair.ring();
      JsonNode end = awaitEnd(pair, callId, 5);
      assertThat(end.path("state").asText()).isEqualTo("MISSED");
      assertThat(end.path("outcome").asText()).isEqualTo("no_answer");
      assertThat(end.path("ended_by").isMissingNode()).isTrue();
      assertThat(
              Duration.between(
                  Instant.parse(end.path("created_at").asText()),
                  Instant.parse(end.path("ended_at").asText())))
          .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
      pair.callee().say("video_call_accept", "call_id", callId);
      assertThat(pair.callee().await("error").path("code").asText()).isEqualTo("stale");
    }
  }

  @Test
  void aCallThatOneSideNeverReachesFails() {
    try (SocketPair pair = pair()) {
      String callId = pair.connect();
      pair.callee().say("video_call_joined", "call_id", callId);
      JsonNode end = awaitEnd(pair, callId, 5);
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
      String callId = pair.talk();
      pair.callee().drop();
      JsonNode lost =
          pair.caller()
              .await("video_call_reconnecting", Duration.ofSeconds(5).plus(SLACK), _ -> true)
              .path("call");
      assertThat(lost.path("state").asText()).isEqualTo("RECONNECTING");
      JsonNode end =
          pair.caller()
              .await("video_call_ended", Duration.ofSeconds(6).plus(SLACK), _ -> true)
              .path("call");
      assertThat(end.path("outcome").asText()).isEqualTo("dropped");
      assertThat(end.path("duration").asLong()).isLessThanOrEqualTo(2);
      assertThat(end.path("call_id").asText()).isEqualTo(callId);
    }
  }

  @Test
  void whoComesBackInTimeIsInTheSameCall() {
    try (SocketPair pair = pair()) {
      String callId = pair.talk();
      pair.caller().await("video_call_reconnecting", Duration.ofSeconds(5).plus(SLACK), _ -> true);
      pair.callee().say("video_call_alive", "call_id", callId);
      pair.caller().say("video_call_alive", "call_id", callId);
      JsonNode back = pair.caller().await("video_call_started").path("call");
      assertThat(back.path("state").asText()).isEqualTo("ACTIVE");
      assertThat(back.path("call_id").asText()).isEqualTo(callId);
      pair.caller().say("video_call_end", "call_id", callId);
      assertThat(awaitEnd(pair, callId, 1).path("outcome").asText()).isEqualTo("completed");
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
