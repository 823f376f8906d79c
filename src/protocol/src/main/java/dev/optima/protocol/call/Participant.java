package dev.optima.protocol.call;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person in a call.
///
/// @param joinedAt when they first reached the room
/// @param lastSeen the last evidence that they are in the room; before they reached it, when they
///   set out for it, if they did so by themselves
/// @param lostAt since when the media server misses them; null again with the next evidence
/// @param leftAt when they left it for good
public record Participant(
    UserId userId,
    String name,
    Side side,
    @Nullable Instant joinedAt,
    @Nullable Instant lastSeen,
    @Nullable Instant lostAt,
    @Nullable Instant leftAt) {

  /// Somebody who has not reached the room yet.
  public static Participant expected(UserId userId, String name, Side side) {
    return new Participant(userId, name, side, null, null, null, null);
  }

  /// The same, who sets out for the room now.
  Participant onTheWay(Instant now) {
    return new Participant(userId, name, side, null, now, null, null);
  }

  /// In the room as far as is known: joined and not left.
  public boolean isPresent() {
    return joinedAt != null && leftAt == null;
  }

  Participant seen(Instant now) {
    Instant last = lastSeen != null && lastSeen.isAfter(now) ? lastSeen : now;
    return new Participant(userId, name, side, joinedAt == null ? now : joinedAt, last, null, null);
  }

  Participant lost(Instant now) {
    return new Participant(userId, name, side, joinedAt, lastSeen, now, leftAt);
  }

  Participant left(Instant now) {
    return new Participant(userId, name, side, joinedAt, lastSeen, lostAt, now);
  }
}
