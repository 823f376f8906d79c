package dev.optima.console.chat;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import java.util.HashMap;
import java.util.Map;

/// Where the messages begin that were unread when the thread came before the recruiter's eyes. It
/// stays there while one reads.
final class UnreadLine {
  private final Map<RoomId, Stretch> unread = new HashMap<>();

  private record Stretch(long after, long upTo) {}

  /// Remembers what was unread in a room, once for each time of looking.
  void draw(RoomFeed feed) {
    unread.computeIfAbsent(feed.room(), _ -> new Stretch(feed.marks().own(), feed.log().lastSeq()));
  }

  /// Looking anew draws anew.
  void reset() {
    unread.clear();
  }

  /// Who answers has seen it all.
  void answered() {
    unread.replaceAll((_, _) -> new Stretch(0, 0));
  }

  boolean isAfter(ChatEntry entry, ReadMarks marks) {
    Stretch stretch = unread.get(entry.roomId());
    return stretch != null
        && entry.seq() > stretch.after()
        && entry.seq() <= stretch.upTo()
        && marks.counts(entry);
  }
}
