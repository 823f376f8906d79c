package dev.optima.console.client;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which meetings are asked for: those that overlap `[from, to)`.
///
/// @param interviewer only those that this person leads; null for everybody's
/// @param cancelled whether those that were called off are wanted too
public record MeetingQuery(
    Instant from, Instant to, @Nullable UserId interviewer, boolean cancelled) {

  /// Everybody's, without what was called off.
  public static MeetingQuery between(Instant from, Instant to) {
    return new MeetingQuery(from, to, null, false);
  }

  /// Only those that this person leads.
  public MeetingQuery by(UserId person) {
    return new MeetingQuery(from, to, person, cancelled);
  }

  /// Those that were called off too.
  public MeetingQuery withCancelled() {
    return new MeetingQuery(from, to, interviewer, true);
  }
}
