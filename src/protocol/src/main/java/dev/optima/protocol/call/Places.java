package dev.optima.protocol.call;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/// The places of a call. A colleague who gives no sign, for as long as one side may be lost and
/// come back, keeps a place only until another needs it; the applicant's is always theirs.
record Places(CallTimers timers) {

  /// Whether nobody else can come in.
  boolean isFull(CallSession session, Instant now) {
    return session.isFull() && gone(session, now).isEmpty();
  }

  /// Who gives way to the next one, marked as left: whoever gave no sign for the longest time.
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

  private Optional<Participant> gone(CallSession session, Instant now) {
    return awaitsSigns(session)
        ? Optional.empty()
        : session.participants().stream()
            .filter(person -> person.side() == Side.RECRUITER && person.isPresent())
            .filter(person -> !now.isBefore(outlived(person).plus(timers.grace())))
            .min(Comparator.comparing(Places::lastSeen));
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
    return lastSeen(person).plus(timers.lease());
  }

  private static Instant lastSeen(Participant person) {
    return Objects.requireNonNull(person.lastSeen());
  }
}
