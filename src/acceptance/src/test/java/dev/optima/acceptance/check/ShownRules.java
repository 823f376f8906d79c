package dev.optima.acceptance.check;

import dev.optima.acceptance.check.Truth.Place;
import dev.optima.acceptance.check.Violation.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What has to be true of one device: on each connection what is new came in the order of `seq` and
/// without gaps; in the end it shows what is stored, and counts it rightly.
final class ShownRules {
  private final Truth truth;
  private final History history;
  private final List<Violation> found;

  ShownRules(Truth truth, History history, List<Violation> found) {
    this.truth = truth;
    this.history = history;
    this.found = found;
  }

  void check() {
    places();
    lines();
    end();
    unread();
  }

  /// At each `seq` the device was ever told the same message as everybody; and only of its rooms.
  private void places() {
    Map<String, Map<Long, String>> ids = new HashMap<>();
    truth
        .rooms()
        .forEach(
            (room, entries) -> {
              var stored = new HashMap<Long, String>();
              entries.forEach(e -> stored.put(e.seq(), e.messageId()));
              ids.put(room, stored);
            });
    for (Seen seen : history.seen()) {
      switch (seen) {
        case Seen.Arrived(int line, String room, Entry entry) -> place(ids, room, entry);
        case Seen.Loaded(String room, Entry entry) -> place(ids, room, entry);
        default -> {}
      }
    }
  }

  private void place(Map<String, Map<Long, String>> ids, String room, Entry entry) {
    if (!history.rooms().contains(room)) {
      report(Kind.LEAKED, room, "was told " + entry.messageId());
      return;
    }
    String stored = ids.getOrDefault(room, Map.of()).get(entry.seq());
    if (stored == null) {
      report(Kind.LOST, room, "was shown seq " + entry.seq() + ", which is not stored");
    } else if (!stored.equals(entry.messageId())) {
      report(Kind.REORDERED, room, "seq " + entry.seq() + " was another message once");
    }
  }

  private void lines() {
    Map<String, Run> runs = new HashMap<>();
    for (Seen seen : history.seen()) {
      switch (seen) {
        case Seen.Opened opened -> {
          runs.forEach(this::whole);
          runs.clear();
          opened.lastSeq().forEach((room, seq) -> runs.put(room, new Run(seq)));
        }
        case Seen.Arrived arrived -> {
          Run run = runs.get(arrived.room());
          if (run != null && !run.arrived(arrived.entry().seq())) {
            report(
                Kind.REORDERED, arrived.room(), "seq " + arrived.entry().seq() + " came too late");
          }
        }
        case Seen.Acknowledged ack -> {
          Run run = runs.get(ack.room());
          if (run != null) {
            run.known.add(ack.seq());
          }
        }
        default -> {}
      }
    }
    runs.forEach(this::whole);
  }

  /// What came on one connection in one room.
  private static final class Run {
    private final long from;
    private final Set<Long> known = new HashSet<>();
    private long newest;

    Run(long from) {
      this.from = from;
      newest = from;
    }

    /// False if it is new and older than what came before.
    boolean arrived(long seq) {
      boolean late = seq > from && seq < newest && !known.contains(seq);
      known.add(seq);
      newest = Math.max(newest, seq);
      return !late;
    }
  }

  private void whole(String room, Run run) {
    var missing = new TreeSet<Long>();
    for (long seq = run.from + 1; seq < run.newest; seq++) {
      if (!run.known.contains(seq)) {
        missing.add(seq);
      }
    }
    if (!missing.isEmpty()) {
      report(Kind.GAP, room, "resumed from " + run.from + ", never told " + missing);
    }
  }

  private void end() {
    for (String room : history.rooms()) {
      List<Entry> stored = truth.of(room);
      List<Entry> shown = history.shown().getOrDefault(room, List.of());
      if (shown.size() != stored.size()) {
        report(Kind.GAP, room, "shows " + shown.size() + " entries of " + stored.size());
      }
      for (int i = 0; i < Math.min(shown.size(), stored.size()); i++) {
        if (!shown.get(i).equals(stored.get(i))) {
          report(Kind.DIVERGED, room, "shows " + shown.get(i) + ", stored is " + stored.get(i));
        }
      }
    }
  }

  private void unread() {
    for (String room : history.rooms()) {
      long stored = truth.unread().getOrDefault(new Place(history.person(), room), 0L);
      long counted = history.unread().getOrDefault(room, 0L);
      if (stored != counted) {
        report(Kind.UNREAD, room, "counts " + counted + ", a recount says " + stored);
      }
    }
  }

  private void report(Kind kind, String room, String what) {
    found.add(new Violation(kind, history.device(), room, what));
  }
}
