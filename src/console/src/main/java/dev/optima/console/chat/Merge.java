package dev.optima.console.chat;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The logs of the chat and of the notes as one thread, by time. Each room keeps its own order.
/// Only the part is shown that is whole: what lies beyond the end of one log could have a gap
/// there.
final class Merge {
  private final List<RoomFeed> feeds;
  private final List<ChatEntry> all;
  private int from;
  private int to;
  private final List<RoomFeed> oldest = new ArrayList<>();
  private final List<RoomFeed> newest = new ArrayList<>();

  Merge(RoomFeed chat, RoomFeed notes) {
    feeds = List.of(chat, notes);
    all = merged(chat.log(), notes.log());
    bounds();
  }

  private static List<ChatEntry> merged(RoomLog one, RoomLog other) {
    List<ChatEntry> out = new ArrayList<>(one.entries().size() + other.entries().size());
    Iterator<ChatEntry> left = one.entries().iterator();
    Iterator<ChatEntry> right = other.entries().iterator();
    ChatEntry a = next(left);
    ChatEntry b = next(right);
    while (a != null || b != null) {
      if (b == null || a != null && !a.sentAt().isAfter(b.sentAt())) {
        out.add(a);
        a = next(left);
      } else {
        out.add(b);
        b = next(right);
      }
    }
    return out;
  }

  private static @Nullable ChatEntry next(Iterator<ChatEntry> entries) {
    return entries.hasNext() ? entries.next() : null;
  }

  private void bounds() {
    Map<RoomId, Integer> first = new HashMap<>();
    Map<RoomId, Integer> last = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      first.putIfAbsent(all.get(i).roomId(), i);
      last.put(all.get(i).roomId(), i);
    }
    to = all.size();
    for (RoomFeed feed : feeds) {
      if (feed.log().hasOlder()) {
        from = Math.max(from, first.getOrDefault(feed.room(), 0));
      }
      if (feed.log().hasNewer()) {
        to = Math.min(to, last.getOrDefault(feed.room(), all.size() - 1) + 1);
      }
    }
    to = Math.max(from, to);
    for (RoomFeed feed : feeds) {
      if (feed.log().hasOlder() && first.getOrDefault(feed.room(), from) == from) {
        oldest.add(feed);
      }
      if (feed.log().hasNewer() && last.getOrDefault(feed.room(), to - 1) == to - 1) {
        newest.add(feed);
      }
    }
  }

  /// The entries that are shown.
  List<ChatEntry> shown() {
    return all.subList(from, to);
  }

  /// Who must be asked for older entries, so that more can be shown; none at the beginning.
  List<RoomFeed> oldest() {
    return oldest;
  }

  /// Who must be asked for newer entries; none at the end.
  List<RoomFeed> newest() {
    return newest;
  }

  /// Lets go of the newest beyond `most`. Each room keeps one entry beyond what is shown, so that
  /// it is known where it goes on.
  void trimNewer(int most) {
    int cut = from + most;
    if (cut >= to) {
      return;
    }
    for (RoomFeed feed : feeds) {
      for (int i = cut; i < all.size(); i++) {
        if (all.get(i).roomId().equals(feed.room())) {
          feed.log().forgetAfter(all.get(i).seq());
          feed.trimmed();
          break;
        }
      }
    }
  }

  /// Lets go of the oldest beyond `most`.
  void trimOlder(int most) {
    int cut = to - most;
    if (cut <= from) {
      return;
    }
    for (RoomFeed feed : feeds) {
      for (int i = cut - 1; i >= 0; i--) {
        if (all.get(i).roomId().equals(feed.room())) {
          feed.log().forgetBefore(all.get(i).seq());
          break;
        }
      }
    }
  }
}
