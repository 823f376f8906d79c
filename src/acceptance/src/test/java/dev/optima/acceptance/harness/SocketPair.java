package dev.optima.acceptance.harness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A recruiter and an applicant on plain sockets, and the steps of a call between them.
public final class SocketPair implements AutoCloseable {
  private final Member recruiter;
  private final Guest applicant;
  private final ContractSocket caller;
  private final ContractSocket callee;

  private SocketPair(Member recruiter, Guest applicant, URI backend) {
    this.recruiter = recruiter;
    this.applicant = applicant;
    callee = ContractSocket.withCookie(backend, applicant.session());
    caller = ContractSocket.withToken(backend, recruiter.token());
  }

  /// Both online.
  public static SocketPair of(Site site, Member recruiter, Guest applicant) {
    return new SocketPair(recruiter, applicant, site.url());
  }

  public ContractSocket caller() {
    return caller;
  }

  public ContractSocket callee() {
    return callee;
  }

  public String roomId() {
    return applicant.roomId();
  }

  public static String newKey() {
    return "key-" + UUID.randomUUID();
  }

  /// Rings.
  ///
  /// @return the id of the call, once it rings on the other side
  public String ring() {
    caller.say("video_call_request", "room_id", applicant.roomId(), "key", newKey());
    String callId = caller.await("video_call_ringing").path("call_id").asText();
    callee.await("video_call_incoming", m -> m.path("call_id").asText().equals(callId));
    return callId;
  }

  /// Rings and accepts; both have their way into the room.
  public String connect() {
    String callId = ring();
    callee.say("video_call_accept", "call_id", callId);
    caller.awaitCall("video_call_ready", callId);
    callee.awaitCall("video_call_ready", callId);
    return callId;
  }

  /// Rings, accepts, and both are in the room.
  public String talk() {
    String callId = connect();
    join(callId);
    return callId;
  }

  /// Both say that they are in the room.
  public void join(String callId) {
    caller.say("video_call_joined", "call_id", callId);
    callee.say("video_call_joined", "call_id", callId);
    caller.await("video_call_started", m -> isActive(m, callId));
    callee.await("video_call_started", m -> isActive(m, callId));
  }

  /// Both are seen in the room some time after they came.
  ///
  /// @param lease how long a sign of life counts
  public void stay(String callId, Duration lease) {
    Wait.until(
        "both were seen together",
        () -> {
          caller.say("video_call_alive", "call_id", callId);
          callee.say("video_call_alive", "call_id", callId);
          JsonNode call = status(callId);
          return time(call, "expires_at").isAfter(time(call, "started_at").plus(lease));
        });
  }

  private static Instant time(JsonNode call, String field) {
    return Instant.parse(call.path(field).asText());
  }

  private static boolean isActive(JsonNode message, String callId) {
    return ContractSocket.callId(message).equals(callId)
        && message.path("call").path("state").asText().equals("ACTIVE");
  }

  /// The snapshot of the end, as both sides hear it.
  public JsonNode awaitEnd(String callId) {
    JsonNode there = callee.awaitCall("video_call_ended", callId).path("call");
    JsonNode here = caller.awaitCall("video_call_ended", callId).path("call");
    if (here.path("version").asLong() != there.path("version").asLong()) {
      throw new AssertionError("two different ends: " + here + " and " + there);
    }
    return here;
  }

  /// The call as REST tells it.
  public JsonNode status(String callId) {
    JsonNode body =
        recruiter.rest().get("/api/video-calls/" + callId + "/status").expect(200).body();
    return body.has("call") ? body.path("call") : body;
  }

  /// The newest call of the room's history.
  public JsonNode history() {
    return recruiter
        .rest()
        .get("/api/video-calls/history/" + applicant.roomId())
        .expect(200)
        .body()
        .path("calls")
        .path(0);
  }

  @Override
  public void close() {
    caller.close();
    callee.close();
  }
}
