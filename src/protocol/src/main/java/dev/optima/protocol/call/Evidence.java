package dev.optima.protocol.call;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the signs of life of those in the room say of a call: whether both sides are together,
/// since when, and how long that may be believed.
record Evidence(CallTimers timers) {

  /// Brings state, deadline and time together in line with the evidence.
  void settle(CallChange next, Instant now) {
    Optional<Instant> last = lastTogether(next.participants);
    Instant until = until(next.participants).orElse(now);
    boolean both = until.isAfter(now);
    switch (next.state) {
      case CONNECTING -> {
        if (both) {
          next.state = CallState.ACTIVE;
          next.startedAt = now;
          next.togetherSince = now;
          next.deadline = until;
        } else if (next.from.meetingId() != null) {
          // Whoever came to a meeting may wait in its room.
          next.deadline = later(Objects.requireNonNull(next.deadline), now.plus(timers.lease()));
        }
      }
      case ACTIVE -> {
        // A restart may have set the deadline later than the evidence says.
        Instant due = later(until, Objects.requireNonNull(next.deadline));
        if (due.isAfter(now)) {
          next.deadline = due;
        } else {
          next.closeInterval(last.orElse(now));
          next.state = CallState.RECONNECTING;
          next.deadline = now.plus(timers.grace());
        }
      }
      case RECONNECTING -> {
        if (both) {
          next.state = CallState.ACTIVE;
          next.togetherSince = now;
          next.deadline = until;
        }
      }
      case RINGING, ENDED, REJECTED, MISSED, CANCELLED, FAILED -> {}
    }
  }

  /// The last moment for which there is evidence that both sides were in the room.
  static Optional<Instant> lastTogether(List<Participant> participants) {
    Optional<Instant> recruiter = lastSeen(participants, Side.RECRUITER);
    Optional<Instant> applicant = lastSeen(participants, Side.APPLICANT);
    return recruiter.flatMap(r -> applicant.map(a -> earlier(r, a)));
  }

  private static Optional<Instant> lastSeen(List<Participant> participants, Side side) {
    return latest(participants, side, Participant::lastSeen);
  }

  /// How long the evidence that both sides are in the room counts.
  Optional<Instant> until(List<Participant> participants) {
    Optional<Instant> recruiter = latest(participants, Side.RECRUITER, this::counts);
    Optional<Instant> applicant = latest(participants, Side.APPLICANT, this::counts);
    return recruiter.flatMap(r -> applicant.map(a -> earlier(r, a)));
  }

  private @Nullable Instant counts(Participant person) {
    if (person.lastSeen() == null) {
      return null;
    }
    Instant lease = person.lastSeen().plus(timers.lease());
    return person.lostAt() == null ? lease : earlier(lease, person.lostAt().plus(CallMachine.LOST));
  }

  private static Optional<Instant> latest(
      List<Participant> participants, Side side, Function<Participant, @Nullable Instant> time) {
    return participants.stream()
        .filter(p -> p.side() == side && p.isPresent())
        .map(time)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
