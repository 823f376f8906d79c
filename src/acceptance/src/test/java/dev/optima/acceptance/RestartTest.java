package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.CuttableProxy;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.SocketPair;
import dev.optima.acceptance.harness.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The backend dies, or the network does: what stands in the database goes on.
class RestartTest {

  /// Where every timer is to be seen to run out.
  private static Site hasty(String name) {
    return Site.open(
        name,
        Map.of(
            "ring.seconds", "12", "lease.seconds", "6", "grace.seconds", "8", "ring.limit", "0"));
  }

  @Test
  void aRingOutlivesTheBackendAndCanBeAccepted() throws Exception {
    try (Site site = Site.open("kill-ringing")) {
      Member recruiter = site.recruiter("Rea Recruiter");
      Guest applicant = site.applicant("Ayşe Yılmaz");
      String callId;
      try (SocketPair before = SocketPair.of(site, recruiter, applicant)) {
        callId = before.ring();
        site.killAndRestart();
      }
      try (SocketPair after = SocketPair.of(site, recruiter, applicant)) {
        JsonNode welcome = after.callee().all().getFirst();
        JsonNode live = welcome.path("live_calls").path(0);
        assertThat(live.path("call_id").asText()).isEqualTo(callId);
        assertThat(live.path("state").asText()).isEqualTo("RINGING");
        after.callee().say("video_call_accept", "call_id", callId);
        after.caller().awaitCall("video_call_ready", callId);
        after.join(callId);
        after.caller().say("video_call_end", "call_id", callId);
        assertThat(after.awaitEnd(callId).path("outcome").asText()).isEqualTo("completed");
      }
    }
  }

  @Test
  void aRingWhoseTimeIsOverWhileNobodyServedEndsAtTheStart() throws Exception {
    try (Site site = hasty("kill-overdue")) {
      Member recruiter = site.recruiter("Rea Recruiter");
      Guest applicant = site.applicant("Ayşe Yılmaz");
      try (SocketPair pair = SocketPair.of(site, recruiter, applicant)) {
        String callId = pair.ring();
        Instant deadline = Instant.parse(pair.status(callId).path("expires_at").asText());
        site.backend().kill();
        Wait.pass(Duration.between(Instant.now(), deadline.plusMillis(500)));
        site.killAndRestart();
        Wait.until(
            "the ring is over", () -> pair.status(callId).path("state").asText().equals("MISSED"));
        assertThat(pair.history().path("outcome").asText()).isEqualTo("no_answer");
      }
    }
  }

  @Test
  void aCallOutlivesTheBackendAndItsLengthIsCountedOnce() throws Exception {
    try (Site site = Site.open("kill-call")) {
      Member recruiter = site.recruiter("Rea Recruiter");
      Guest applicant = site.applicant("Ayşe Yılmaz");
      String callId;
      Instant asked = Instant.now();
      Instant started;
      try (SocketPair before = SocketPair.of(site, recruiter, applicant)) {
        callId = before.talk();
        started = Instant.now();
        site.killAndRestart();
      }
      try (SocketPair after = SocketPair.of(site, recruiter, applicant)) {
        assertThat(after.status(callId).path("state").asText()).isIn("ACTIVE", "RECONNECTING");
        after.caller().say("video_call_alive", "call_id", callId);
        after.callee().say("video_call_alive", "call_id", callId);
        Wait.until(
            "the call is active again",
            () -> after.status(callId).path("state").asText().equals("ACTIVE"));
        long least = Duration.between(started, Instant.now()).toSeconds();
        after.caller().say("video_call_end", "call_id", callId);
        JsonNode end = after.awaitEnd(callId);
        long most = Duration.between(asked, Instant.now()).toSeconds();
        assertThat(end.path("outcome").asText()).isEqualTo("completed");
        assertThat(end.path("duration").asLong()).isBetween(least - 1, most + 1);
      }
    }
  }

  @Test
  void aCallThatNobodyReturnsToIsEnded() throws Exception {
    try (Site site = hasty("kill-abandoned")) {
      Member recruiter = site.recruiter("Rea Recruiter");
      Guest applicant = site.applicant("Ayşe Yılmaz");
      try (SocketPair pair = SocketPair.of(site, recruiter, applicant)) {
        Instant asked = Instant.now();
        String callId = pair.talk();
        pair.stay(callId, Duration.ofSeconds(6));
        site.killAndRestart();
        long most = Duration.between(asked, Instant.now()).toSeconds();
        Wait.until(
            "the call is dropped",
            () -> pair.status(callId).path("state").asText().equals("ENDED"));
        assertThat(pair.history().path("outcome").asText()).isEqualTo("dropped");
        assertThat(pair.history().path("duration").asLong()).isLessThanOrEqualTo(most + 1);
      }
    }
  }

  @Test
  void aCableThatIsCutForTwentySecondsDoesNotEndACall() throws Exception {
    try (Site site = Site.open("cut");
        CuttableProxy cable = CuttableProxy.to(site.backend().port())) {
      Member recruiter = site.recruiter("Rea Recruiter");
      Guest applicant = site.applicant("Ayşe Yılmaz");
      String callId;
      ContractSocket caller = ContractSocket.withToken(cable.url(), recruiter.token());
      ContractSocket callee = ContractSocket.withToken(cable.url(), applicant.session());
      caller.say("video_call_request", "room_id", applicant.roomId(), "key", "k");
      callId = callee.await("video_call_incoming").path("call_id").asText();
      callee.say("video_call_accept", "call_id", callId);
      caller.awaitCall("video_call_ready", callId);
      caller.say("video_call_joined", "call_id", callId);
      callee.say("video_call_joined", "call_id", callId);
      caller.await("video_call_started");

      Instant cut = Instant.now();
      cable.cutFor(Duration.ofSeconds(20));
      caller.awaitBroken(Wait.LONG);
      ContractSocket callerAgain = reconnect(cable, recruiter.token());
      ContractSocket calleeAgain = reconnect(cable, applicant.session());
      assertThat(Instant.now()).isAfter(cut.plusSeconds(19));
      callerAgain.say("video_call_alive", "call_id", callId);
      calleeAgain.say("video_call_alive", "call_id", callId);
      callerAgain.settle();
      calleeAgain.say("video_call_end", "call_id", callId);
      JsonNode end = callerAgain.awaitCall("video_call_ended", callId).path("call");
      assertThat(end.path("outcome").asText()).isEqualTo("completed");
      assertThat(end.path("duration").asLong()).isGreaterThanOrEqualTo(19);
      callerAgain.close();
      calleeAgain.close();
    }
  }

  private static ContractSocket reconnect(CuttableProxy cable, String token) {
    return Wait.value(
            Wait.LONG,
            () -> {
              try {
                return ContractSocket.withToken(cable.url(), token);
              } catch (RuntimeException e) {
                return null; // Still cut.
              }
            })
        .orElseThrow();
  }

  @Test
  void aGracefulStopSaysSo() throws Exception {
    try (Site site = Site.open("stop")) {
      Member recruiter = site.recruiter("Rea Recruiter");
      ContractSocket socket = ContractSocket.withToken(site.url(), recruiter.token());
      assertThat(site.backend().stop()).isTrue();
      assertThat(socket.awaitClose()).isEqualTo(1012);
    }
  }
}
