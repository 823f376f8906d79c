package dev.optima.console.chat;

import dev.optima.console.i18n.Failures;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the rows of a thread: days, the line before what is new, entries, and last what is on its
/// way.
final class Rows {
  private static final Duration SAME_BREATH = Duration.ofMinutes(5);

  private final ChatGround ground;
  private final Feeds feeds;
  private final PendingActs acts;
  private final Quotes quotes;
  private final UnreadLine line;

  Rows(ChatGround ground, Feeds feeds, PendingActs acts, Quotes quotes, UnreadLine line) {
    this.ground = ground;
    this.feeds = feeds;
    this.acts = acts;
    this.quotes = quotes;
    this.line = line;
  }

  /// @param atEnd whether the last entry is the newest there is
  List<ThreadItem> of(List<ChatEntry> entries, boolean atEnd, List<Unsent> unsent, boolean online) {
    List<ThreadItem> rows = new ArrayList<>(entries.size() + unsent.size() + 8);
    Set<CallId> over = over(entries);
    MeetingTurns turns = new MeetingTurns(entries, atEnd, ground.clock().instant());
    LocalDate day = null;
    ChatEntry before = null;
    boolean lined = false;
    for (ChatEntry known : entries) {
      ChatEntry entry = acts.apply(known);
      LocalDate today = entry.sentAt().atZone(ground.zone()).toLocalDate();
      if (!today.equals(day)) {
        rows.add(new ThreadItem.Day(today, entry.sentAt()));
        day = today;
        before = null;
      }
      if (!lined && line.isAfter(entry, feed(entry).marks())) {
        rows.add(new ThreadItem.Unread());
        lined = true;
        before = null;
      }
      rows.add(
          entry.meeting() == null
              ? row(entry, before, atEnd && isBegun(entry, over))
              : turns.row(entry, entry.meeting()));
      before = entry;
    }
    if (atEnd) {
      unsent.forEach(one -> rows.add(sending(one, online)));
    }
    return rows;
  }

  private static Set<CallId> over(List<ChatEntry> entries) {
    Set<CallId> over = new HashSet<>();
    for (ChatEntry entry : entries) {
      if (entry.kind() == ChatEntry.Kind.CALL && entry.call() != null) {
        over.add(entry.call().callId());
      }
    }
    return over;
  }

  /// Whether a call began that has not ended since.
  private static boolean isBegun(ChatEntry entry, Set<CallId> over) {
    return entry.kind() == ChatEntry.Kind.CALL_STARTED
        && entry.call() != null
        && !over.contains(entry.call().callId());
  }

  private ThreadItem row(ChatEntry entry, @Nullable ChatEntry before, boolean live) {
    CallSnapshot call = entry.call();
    if (call != null) {
      boolean mine = call.participants().stream().anyMatch(one -> one.userId().equals(ground.me()));
      return new ThreadItem.Called(entry, call, live, mine);
    }
    if (entry.kind() == ChatEntry.Kind.CALL_ME) {
      return new ThreadItem.CallMe(entry);
    }
    return new ThreadItem.Said(
        entry,
        entry.senderId().equals(ground.me()),
        !continues(before, entry),
        feed(entry).marks().of(entry),
        quotes.of(feed(entry).log(), entry.roomId(), entry.replyTo()),
        acts.isPending(entry));
  }

  private static boolean continues(@Nullable ChatEntry before, ChatEntry entry) {
    return before != null
        && before.kind() == ChatEntry.Kind.TEXT
        && before.roomId().equals(entry.roomId())
        && before.senderId().equals(entry.senderId())
        && Duration.between(before.sentAt(), entry.sentAt()).compareTo(SAME_BREATH) < 0;
  }

  private ThreadItem sending(Unsent one, boolean online) {
    RoomLog log = feeds.of(one.room()).log();
    return new ThreadItem.Sending(
        one,
        one.refused() == null ? null : Failures.of(one.refused(), one.retryAfter()),
        quotes.of(log, one.room(), one.replyTo()),
        !online);
  }

  private RoomFeed feed(ChatEntry entry) {
    return feeds.of(entry.roomId());
  }
}
