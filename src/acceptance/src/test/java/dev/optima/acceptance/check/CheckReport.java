package dev.optima.acceptance.check;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a run was worth, and what it found.
///
/// @param trouble what was done to the people
/// @param resent messages that were not acknowledged on the connection on which they were first
///   said
record CheckReport(
    String trouble,
    long seconds,
    long connections,
    long said,
    long acknowledged,
    long refused,
    long stored,
    long changes,
    long resent,
    List<Violation> violations) {

  static CheckReport of(Trouble trouble, Truth truth, List<History> histories, long seconds) {
    List<Seen> all = histories.stream().flatMap(history -> history.seen().stream()).toList();
    List<Entry> stored = truth.rooms().values().stream().flatMap(List::stream).toList();
    return new CheckReport(
        trouble.toString(),
        seconds,
        count(all, Seen.Opened.class),
        count(all, Seen.Said.class),
        acknowledgedKeys(all).size(),
        count(all, Seen.Refused.class),
        stored.size(),
        truth.rooms().values().stream().mapToLong(CheckReport::lastChange).sum(),
        histories.stream().mapToLong(CheckReport::resent).sum(),
        HistoryChecker.check(truth, histories));
  }

  private static long count(List<Seen> all, Class<? extends Seen> kind) {
    return all.stream().filter(kind::isInstance).count();
  }

  private static Set<String> acknowledgedKeys(List<Seen> all) {
    var keys = new HashSet<String>();
    for (Seen seen : all) {
      if (seen instanceof Seen.Acknowledged ack) {
        keys.add(ack.key());
      }
    }
    return keys;
  }

  private static long lastChange(List<Entry> room) {
    return room.stream().mapToLong(Entry::change).max().orElse(0);
  }

  private static long resent(History history) {
    Set<String> waiting = new HashSet<>();
    Set<String> again = new HashSet<>();
    for (Seen seen : history.seen()) {
      switch (seen) {
        case Seen.Said said -> waiting.add(said.key());
        case Seen.Acknowledged ack -> waiting.remove(ack.key());
        case Seen.Opened _ -> again.addAll(waiting);
        default -> {}
      }
    }
    return again.size();
  }

  /// How often each promise was broken; all of them are there, with zero too.
  Map<Violation.Kind, Long> counts() {
    var counts = new EnumMap<Violation.Kind, Long>(Violation.Kind.class);
    for (Violation.Kind kind : Violation.Kind.values()) {
      counts.put(kind, violations.stream().filter(v -> v.kind() == kind).count());
    }
    return counts;
  }

  @Override
  public String toString() {
    return """
        %s in %d s; %d connections
        said %d, acknowledged %d, refused %d, sent again %d; stored %d, changes %d
        violations: %s"""
        .formatted(
            trouble,
            seconds,
            connections,
            said,
            acknowledged,
            refused,
            resent,
            stored,
            changes,
            counts());
  }
}
