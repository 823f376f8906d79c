package dev.optima.console.call;

import dev.optima.protocol.id.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/// Calls that are over and belong into the history: when to ask for it again. What is asked at once
/// may be answered from before the end, so that one asks again, later and later, until the call is
/// there or cannot be meant by what is asked; and once more when its quality has been judged. All
/// consoles hear of an end at the same moment, and do not ask at the same one.
final class JustEnded {
  /// After the end.
  private static final List<Duration> TRIES =
      List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(7));

  /// The backend judges the quality of a call some seconds after its end.
  private static final Duration JUDGED = Duration.ofSeconds(12);

  /// By up to so much each console is later than the first.
  static final Duration SPREAD = Duration.ofSeconds(2);

  private final List<Ended> calls = new ArrayList<>();
  private final DoubleSupplier random;

  /// @param random from 0 to 1
  JustEnded(DoubleSupplier random) {
    this.random = random;
  }

  /// This console's share of the spread.
  static Duration spread(DoubleSupplier random) {
    return Duration.ofMillis(Math.round(SPREAD.toMillis() * random.getAsDouble()));
  }

  /// @param at from when on to ask
  /// @param tried how often was asked because it was not there
  private record Ended(CallId call, Instant at, int tried) {
    Instant next() {
      return at.plus(tried < TRIES.size() ? TRIES.get(tried) : JUDGED);
    }
  }

  void add(CallId call, Instant now) {
    calls.removeIf(known -> known.call().equals(call));
    calls.add(new Ended(call, now.plus(spread(random)), 0));
  }

  /// Whether to ask now.
  ///
  /// @param isThere whether the history has the call
  boolean isDue(Instant now, Predicate<CallId> isThere) {
    boolean due = false;
    for (int i = calls.size() - 1; i >= 0; i--) {
      Ended ended = calls.get(i);
      if (ended.tried() < TRIES.size() && isThere.test(ended.call())) {
        ended = new Ended(ended.call(), ended.at(), TRIES.size());
        calls.set(i, ended);
      }
      if (!now.isBefore(ended.next())) {
        due = true;
        if (ended.tried() < TRIES.size()) {
          calls.set(i, new Ended(ended.call(), ended.at(), ended.tried() + 1));
        } else {
          calls.remove(i);
        }
      }
    }
    return due;
  }
}
