package dev.optima.backend.meeting;

import dev.optima.backend.meeting.ReminderStore.Channel;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ReminderKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reminds people of a meeting: on their screens, and by what carries it further. Each reminder is
/// taken in the transaction that finds it due, so it is sent once, though many nodes look.
final class MeetingReminders {
  private final ReminderStore store = new ReminderStore();
  private final MeetingFeed feed;
  private final ReminderPost post;

  MeetingReminders(MeetingFeed feed, ReminderPost post) {
    this.feed = feed;
    this.post = post;
  }

  /// One that a clock brings about; once for each state of the calendar.
  void due(Tx tx, StoredMeeting meeting, ReminderKind kind, Instant now) throws SQLException {
    for (UserId person : readers(meeting, kind)) {
      if (store.claim(tx, meeting, person, Channel.SCREEN, kind, now)) {
        tx.afterCommit(() -> feed.remind(meeting, person, kind));
      }
    }
    post.due(tx, meeting, kind, now);
  }

  /// One that somebody asks for; as often as they ask.
  void now(Tx tx, StoredMeeting meeting, ReminderKind kind, Instant now) throws SQLException {
    tx.afterCommit(() -> feed.remind(meeting, meeting.session().applicantId(), kind));
    post.due(tx, meeting, kind, now);
  }

  private static List<UserId> readers(StoredMeeting meeting, ReminderKind kind) {
    List<UserId> readers = new ArrayList<>();
    switch (kind) {
      case ASK_OWNER -> readers.add(meeting.session().ownerId());
      case RUNNING_LATE -> readers.add(meeting.session().applicantId());
      case DAY_BEFORE, SOON, NUDGE -> {
        readers.addAll(meeting.session().interviewers());
        readers.add(meeting.session().applicantId());
      }
    }
    return readers;
  }
}
