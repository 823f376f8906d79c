package dev.optima.backend.meeting;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The waiting room of a meeting.
///
/// @param waitingSince when the applicant came to the door; null while they are not there
/// @param waitingUntil until when that is believed without another word of their page; null while
///   they are not there, and once they are let in
/// @param admittedAt when somebody of the team let them in
public record Lobby(
    @Nullable Instant waitingSince, @Nullable Instant waitingUntil, @Nullable Instant admittedAt) {
  /// Nobody came yet.
  public static final Lobby EMPTY = new Lobby(null, null, null);

  /// How long a knock is believed. The page asks every 10 s; browsers let a page in the background
  /// do so once a minute.
  public static final Duration LEASE = Duration.ofSeconds(150);

  /// With less than that left a knock is renewed, so that not each of them is a write.
  private static final Duration FRESH = Duration.ofSeconds(120);

  /// They stand at the door; the first knock counts, and those after it say that they still do.
  Lobby knocked(Instant now) {
    return waitingSince == null ? new Lobby(now, now.plus(LEASE), admittedAt) : this;
  }

  /// Whether another knock says something new.
  boolean isToRenew(Instant now) {
    return waitingSince != null
        && admittedAt == null
        && (waitingUntil == null || waitingUntil.isBefore(now.plus(FRESH)));
  }

  /// They went away.
  Lobby left() {
    return waitingSince == null ? this : new Lobby(null, null, admittedAt);
  }

  /// They may come in, now and again.
  Lobby admitted(Instant now) {
    return admittedAt == null ? new Lobby(waitingSince, null, now) : this;
  }
}
