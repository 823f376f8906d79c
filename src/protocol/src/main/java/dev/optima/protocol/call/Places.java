package dev.optima.protocol.call;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/// The places of a call. A colleague who gives no sign, for as long as one side may be lost and
/// come back, keeps a place only until another needs it; so does one who set out for the room and
/// did not reach it in time. The applicant's is always theirs.
record Places(CallTimers timers) {

  /// Whether nobody else can come in.
  boolean isFull(CallSession session, Instant now) {
    return session.isFull() && gone(session, now).isEmpty();
  }

  /// Who gives way to the next one, marked as left: whoever never came, or gave no sign for the
  /// longest time.
  Optional<Participant> toClear(CallSession session, Instant now) {
    return session.isFull()
        ? gone(session, now).map(person -> person.left(outlived(person)))
        : Optional.empty();
  }

  /// Whether they did not leave, but made way for somebody while they gave no sign.
  boolean wasCleared(Participant person) {
    return person.leftAt() != null
        && person.lastSeen() != null
        && person.leftAt().equals(outlived(person));
  }

  /// Whether a place is kept for somebody, in the room or on the way to it.
  boolean keeps(CallSession session, UserId who, Instant now) {
    return session
        .participant(who)
        .filter(person -> person.leftAt() == null)
        .filter(
            person ->
                person.isPresent()
                    || session.state() == CallState.RINGING
                    || isOnTheWay(person, now))
        .isPresent();
  }

  private Optional<Participant> gone(CallSession session, Instant now) {
    return session.participants().stream()
        .filter(person -> isLate(session, person, now) || isSilent(session, person, now))
        .min(Comparator.comparing(Participant::isPresent).thenComparing(Places::lastSeen));
  }

  /// Whether a colleague had the time to reach the room and did not. While it rings nobody can.
  boolean isLate(CallSession session, Participant person, Instant now) {
    return session.isGuest(person) && isOverdue(session, person, now);
  }

  /// The same of anybody of the team.
  boolean isOverdue(CallSession session, Participant person, Instant now) {
    return session.state() != CallState.RINGING && isExpected(person) && !isOnTheWay(person, now);
  }

  /// Whether somebody of the team set out for the room so short a time ago that they may still
  /// reach it.
  boolean isOnTheWay(Participant person, Instant now) {
    return isExpected(person) && now.isBefore(outlived(person));
  }

  private static boolean isExpected(Participant person) {
    return person.joinedAt() == null && person.leftAt() == null && person.lastSeen() != null;
  }

  private boolean isSilent(CallSession session, Participant person, Instant now) {
    return person.side() == Side.RECRUITER
        && person.isPresent()
        && !awaitsSigns(session)
        && !now.isBefore(outlived(person).plus(timers.grace()));
  }

  /// After a restart nobody could give a sign for a while: that says nothing of anybody.
  private boolean awaitsSigns(CallSession session) {
    return session.state() == CallState.ACTIVE
        && (awaits(session, Side.RECRUITER) || awaits(session, Side.APPLICANT));
  }

  private boolean awaits(CallSession session, Side side) {
    Instant due = Objects.requireNonNull(session.deadline());
    return session.participants().stream()
        .filter(person -> person.side() == side && person.isPresent())
        .noneMatch(person -> !outlived(person).isBefore(due));
  }

  /// When the last sign of them counts no more.
  private Instant outlived(Participant person) {
    return lastSeen(person).plus(person.joinedAt() == null ? timers.connect() : timers.lease());
  }

  private static Instant lastSeen(Participant person) {
    return Objects.requireNonNull(person.lastSeen());
  }
}
