package dev.optima.console.chat;

import dev.optima.protocol.message.ChatEntry;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// What of a thread was read: what is before the recruiter's eyes, in a window that is in front and
/// with the newest row in sight. What waits below the edge, or behind another window, was not.
final class Reading {
  private final Feeds feeds;
  private final UnreadLine line;
  private final Map<Object, Look> looks = new HashMap<>();
  private final ReadOnlyLongWrapper missed = new ReadOnlyLongWrapper();

  /// How one view shows the thread.
  private record Look(boolean inFront, boolean atEnd) {
    private boolean reads() {
      return inFront && atEnd;
    }
  }

  Reading(Feeds feeds, UnreadLine line) {
    this.feeds = feeds;
    this.line = line;
  }

  /// @param view who shows the thread
  /// @param inFront whether it is before the recruiter's eyes
  /// @param atEnd whether its newest row is in sight
  void look(Object view, boolean inFront, boolean atEnd) {
    boolean wasWatched = isWatched();
    looks.put(view, new Look(inFront, atEnd));
    if (!wasWatched && inFront) {
      line.reset();
    }
    if (atEnd) {
      missed.set(0);
    }
    read();
  }

  /// The view shows something else now.
  void away(Object view) {
    looks.remove(view);
  }

  /// Whether a view shows the thread, in front or not.
  boolean isShown() {
    return !looks.isEmpty();
  }

  boolean isWatched() {
    return looks.values().stream().anyMatch(Look::inFront);
  }

  /// Whether a view shows the newest; without any view nothing is further up either.
  boolean isAtEnd() {
    return looks.isEmpty() || looks.values().stream().anyMatch(Look::atEnd);
  }

  /// Marks where the unread begins, and tells the backend what was read.
  void read() {
    if (!isWatched()) {
      return;
    }
    boolean reads = looks.values().stream().anyMatch(Look::reads);
    for (RoomFeed feed : feeds.both()) {
      if (feed.log().isLoaded()) {
        line.draw(feed);
        if (reads) {
          feed.markRead();
        }
      }
    }
  }

  /// Counts what comes while older messages are in sight.
  void came(ChatEntry entry) {
    RoomFeed feed = feeds.of(entry.roomId());
    if (!isAtEnd() && entry.seq() > feed.log().lastSeq() && feed.marks().counts(entry)) {
      missed.set(missed.get() + 1);
    }
  }

  /// What came since the end was last in sight.
  ReadOnlyLongProperty missed() {
    return missed.getReadOnlyProperty();
  }
}
