package dev.optima.backend.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The waiting room of a meeting.
///
/// @param waitingSince when the applicant came to the door; null while they are not there
/// @param admittedAt when somebody of the team let them in
public record Lobby(@Nullable Instant waitingSince, @Nullable Instant admittedAt) {
  /// Nobody came yet.
  public static final Lobby EMPTY = new Lobby(null, null);

  /// They stand at the door; the first knock counts.
  Lobby knocked(Instant now) {
    return waitingSince == null ? new Lobby(now, admittedAt) : this;
  }

  /// They went away.
  Lobby left() {
    return waitingSince == null ? this : new Lobby(null, admittedAt);
  }

  /// They may come in, now and again.
  Lobby admitted(Instant now) {
    return admittedAt == null ? new Lobby(waitingSince, now) : this;
  }
}
