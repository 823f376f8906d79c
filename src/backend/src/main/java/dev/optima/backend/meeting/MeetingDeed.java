package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who does something to a meeting, and when.
///
/// @param byId null if a timer or a call does it
/// @param mail whether the applicant is to be told by mail
public record MeetingDeed(@Nullable UserId byId, String byName, Instant at, boolean mail) {
  static MeetingDeed by(Identity who, Instant at, boolean mail) {
    return new MeetingDeed(who.userId(), who.name(), at, mail);
  }

  /// Nobody's.
  static MeetingDeed itself(Instant at) {
    return new MeetingDeed(null, "", at, false);
  }
}
