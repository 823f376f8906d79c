package dev.optima.protocol.message;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call as the team watches it. Of two with the same `call.version` the one with the later `at`
/// counts; one with a terminal state ends the watching.
///
/// @param at when this was written, by the backend's clock
/// @param provider what carries the video: `direct`, `jitsi`, `jaas` or `link`
/// @param position what the applicant applied for
/// @param meetingTitle of the meeting it is held for
/// @param quality of each side that has measured something lately
/// @param recording whether it is recorded, or somebody asks whether it may be
/// @param waiting whether the applicant waits to be let in
public record LiveCall(
    CallSnapshot call,
    Instant at,
    String provider,
    @Nullable String position,
    @Nullable String meetingTitle,
    List<Quality> quality,
    CallRecording.State recording,
    boolean waiting) {

  public LiveCall {
    quality = List.copyOf(quality);
  }

  /// How well one participant receives the others.
  ///
  /// @param bars 0 (no connection) to 4 (as good as it gets)
  public record Quality(UserId userId, int bars) {}

  /// Whether this is newer than `other`, of the same call.
  public boolean isNewerThan(LiveCall other) {
    return call.version() > other.call.version()
        || (call.version() == other.call.version() && at.isAfter(other.at));
  }
}
