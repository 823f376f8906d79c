package dev.optima.acceptance.check;

import dev.optima.acceptance.check.Truth.Place;
import dev.optima.acceptance.check.Violation.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What has to be true of the database: all that was acknowledged is there, once, in the order in
/// which each device said it, and nothing else.
final class StoredRules {
  private static final String DATABASE = "the database";

  private final Truth truth;
  private final List<History> histories;
  private final List<Violation> found;

  StoredRules(Truth truth, List<History> histories, List<Violation> found) {
    this.truth = truth;
    this.histories = histories;
    this.found = found;
  }

  void check() {
    truth.rooms().forEach(this::numbers);
    Map<String, String> said = said();
    truth.rooms().forEach((room, entries) -> onceAndSaid(room, entries, said));
    histories.forEach(this::kept);
    histories.forEach(this::inTheOrderOfSaying);
    histories.forEach(this::readMarks);
  }

  private void numbers(String room, List<Entry> entries) {
    long expected = 1;
    for (Entry entry : entries) {
      if (entry.seq() != expected) {
        report(Kind.GAP, DATABASE, room, "seq " + entry.seq() + " stands where " + expected);
      }
      expected = entry.seq() + 1;
    }
  }

  /// The room of each key; keys are never used twice.
  private Map<String, String> said() {
    var said = new HashMap<String, String>();
    for (History history : histories) {
      for (Seen seen : history.seen()) {
        if (seen instanceof Seen.Said(String room, String key)) {
          said.put(key, room);
        }
      }
    }
    return said;
  }

  private void onceAndSaid(String room, List<Entry> entries, Map<String, String> said) {
    Set<String> keys = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (Entry entry : entries) {
      if (!keys.add(entry.key())) {
        report(Kind.DOUBLED, DATABASE, room, "two entries of key " + entry.key());
      } else if (!entry.deleted() && !words.add(Words.keyIn(entry.body()))) {
        report(Kind.DOUBLED, DATABASE, room, "two entries say " + entry.body());
      }
      if (!room.equals(said.get(entry.key()))) {
        report(Kind.INVENTED, DATABASE, room, "nobody said " + entry.key() + " there");
      }
    }
  }

  private void kept(History history) {
    Map<String, String> ids = new HashMap<>();
    for (Seen seen : history.seen()) {
      if (seen instanceof Seen.Acknowledged ack) {
        Entry stored = at(ack.room(), ack.seq());
        boolean same =
            stored != null
                && stored.messageId().equals(ack.messageId())
                && stored.key().equals(ack.key())
                && stored.senderId().equals(history.person());
        if (!same) {
          report(Kind.LOST, history.device(), ack.room(), ack + " but stored is " + stored);
        }
        String before = ids.putIfAbsent(ack.key(), ack.messageId());
        if (before != null && !before.equals(ack.messageId())) {
          report(Kind.DOUBLED, history.device(), ack.room(), "acknowledged twice, as " + before);
        }
      }
    }
  }

  private @org.jspecify.annotations.Nullable Entry at(String room, long seq) {
    List<Entry> entries = truth.of(room);
    return entries.stream()
        .skip(Math.clamp(seq - 1, 0, entries.size()))
        .findFirst()
        .filter(e -> e.seq() == seq)
        .orElse(null);
  }

  private void inTheOrderOfSaying(History history) {
    Map<String, Integer> turn = new HashMap<>();
    Set<String> refused = new HashSet<>();
    for (Seen seen : history.seen()) {
      switch (seen) {
        case Seen.Said said -> turn.put(said.key(), turn.size());
        case Seen.Refused no -> refused.add(no.key());
        default -> {}
      }
    }
    truth
        .rooms()
        .forEach(
            (room, entries) -> {
              int before = -1;
              for (Entry entry : entries) {
                Integer now = turn.get(entry.key());
                if (now == null || refused.contains(entry.key())) {
                  continue;
                }
                if (now < before) {
                  report(Kind.REORDERED, history.device(), room, entry.key() + " came too late");
                }
                before = now;
              }
            });
  }

  private void readMarks(History history) {
    for (Seen seen : history.seen()) {
      if (seen instanceof Seen.HasRead(String room, long seq)) {
        long stored = truth.read().getOrDefault(new Place(history.person(), room), 0L);
        if (stored < seq) {
          report(Kind.UNREAD, history.device(), room, "read " + seq + ", stored is " + stored);
        }
      }
    }
  }

  private void report(Kind kind, String where, String room, String what) {
    found.add(new Violation(kind, where, room, what));
  }
}
