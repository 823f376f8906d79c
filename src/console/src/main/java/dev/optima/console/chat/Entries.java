package dev.optima.console.chat;

import dev.optima.console.chat.ThreadItem.Delivery;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of a room, by `seq`: each entry once, in order, however it came.
final class Entries {
  private static final Duration SAME_BREATH = Duration.ofMinutes(5);

  private final TreeMap<Long, ChatEntry> bySeq = new TreeMap<>();

  void add(ChatEntry entry) {
    bySeq.put(entry.seq(), entry);
  }

  void addAll(List<ChatEntry> entries) {
    entries.forEach(this::add);
  }

  boolean isEmpty() {
    return bySeq.isEmpty();
  }

  long first() {
    return bySeq.isEmpty() ? 0 : bySeq.firstKey();
  }

  long last() {
    return bySeq.isEmpty() ? 0 : bySeq.lastKey();
  }

  /// Whether nothing is missing between what is known and `seq`.
  boolean isNext(long seq) {
    return bySeq.isEmpty() || seq <= last() + 1;
  }

  /// The rows of the thread: days, entries, and last what is on its way.
  List<ThreadItem> rows(
      UserId me, long delivered, long read, ZoneId zone, Collection<ThreadItem.Sending> sending) {
    List<ThreadItem> rows = new ArrayList<>(bySeq.size() + sending.size() + 8);
    LocalDate day = null;
    ChatEntry before = null;
    for (ChatEntry entry : bySeq.values()) {
      LocalDate today = entry.sentAt().atZone(zone).toLocalDate();
      if (!today.equals(day)) {
        rows.add(new ThreadItem.Day(today, entry.sentAt()));
        day = today;
        before = null;
      }
      rows.add(row(entry, before, me, delivered, read));
      before = entry;
    }
    rows.addAll(sending);
    return rows;
  }

  private static ThreadItem row(
      ChatEntry entry, @Nullable ChatEntry before, UserId me, long delivered, long read) {
    if (entry.kind() == ChatEntry.Kind.CALL && entry.call() != null) {
      return new ThreadItem.Called(entry, entry.call());
    }
    boolean mine = entry.senderId().equals(me);
    return new ThreadItem.Said(
        entry,
        mine,
        !continues(before, entry),
        mine ? delivery(entry, delivered, read) : Delivery.NONE);
  }

  private static boolean continues(@Nullable ChatEntry before, ChatEntry entry) {
    return before != null
        && before.kind() == ChatEntry.Kind.TEXT
        && before.senderId().equals(entry.senderId())
        && Duration.between(before.sentAt(), entry.sentAt()).compareTo(SAME_BREATH) < 0;
  }

  private static Delivery delivery(ChatEntry entry, long delivered, long read) {
    if (entry.seq() <= read) {
      return Delivery.READ;
    }
    return entry.seq() <= delivered ? Delivery.DELIVERED : Delivery.SENT;
  }
}
