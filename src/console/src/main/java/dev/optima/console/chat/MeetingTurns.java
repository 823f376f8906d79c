package dev.optima.console.chat;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.meeting.MeetingTimers;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.MeetingNews;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which entries say how a meeting stands now, and which were overtaken by later ones.
final class MeetingTurns {
  private final Map<MeetingId, MessageId> newest = new HashMap<>();
  private final Instant now;
  private final boolean atEnd;

  /// @param atEnd whether the last entry is the newest there is
  MeetingTurns(List<ChatEntry> entries, boolean atEnd, Instant now) {
    this.now = now;
    this.atEnd = atEnd;
    for (ChatEntry entry : entries) {
      if (entry.meeting() != null) {
        newest.put(entry.meeting().meetingId(), entry.messageId());
      }
    }
  }

  ThreadItem row(ChatEntry entry, MeetingNews news) {
    boolean current = atEnd && entry.messageId().equals(newest.get(news.meetingId()));
    return new ThreadItem.Planned(entry, news, current, current && isJoinable(news));
  }

  private boolean isJoinable(MeetingNews news) {
    boolean stands =
        switch (news.what()) {
          case SCHEDULED, MOVED, CHANGED, ACCEPTED, ASKED_TO_MOVE, RUNNING_LATE -> true;
          case DECLINED, CANCELLED, COMPLETED, NO_SHOW -> false;
        };
    Instant opens = news.scheduledTime().minus(MeetingTimers.DEFAULT.open());
    Instant ends = news.scheduledTime().plusSeconds(60L * news.durationMinutes());
    return stands && !now.isBefore(opens) && now.isBefore(ends);
  }
}
