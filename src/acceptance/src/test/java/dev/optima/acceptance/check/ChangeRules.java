package dev.optima.acceptance.check;

import dev.optima.acceptance.check.Violation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Edits, deletions and reactions: what anybody was told stands in the database or was changed
/// again later, and one number is one content for everybody.
final class ChangeRules {
  private final List<History> histories;
  private final List<Violation> found;
  private final Map<String, Entry> stored = new HashMap<>();
  private final Map<String, Entry> told = new HashMap<>();

  ChangeRules(Truth truth, List<History> histories, List<Violation> found) {
    this.histories = histories;
    this.found = found;
    truth.rooms().values().forEach(all -> all.forEach(e -> stored.put(e.messageId(), e)));
  }

  void check() {
    for (History history : histories) {
      for (Seen seen : history.seen()) {
        switch (seen) {
          case Seen.Arrived(int line, String room, Entry entry) -> one(history, room, entry);
          case Seen.Loaded(String room, Entry entry) -> one(history, room, entry);
          default -> {}
        }
      }
    }
  }

  private void one(History history, String room, Entry entry) {
    Entry last = stored.get(entry.messageId());
    if (last != null && last.change() < entry.change()) {
      found.add(
          new Violation(
              Kind.LOST,
              history.device(),
              room,
              "was told change " + entry.change() + ", stored is " + last.change()));
    }
    Entry before = told.putIfAbsent(entry.messageId() + "/" + entry.change(), entry);
    if (before != null && !before.equals(entry)) {
      found.add(
          new Violation(
              Kind.DIVERGED, history.device(), room, "was told " + entry + ", others " + before));
    }
  }
}
