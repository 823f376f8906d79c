package dev.optima.backend.meeting;

import dev.optima.backend.call.CallSight;
import dev.optima.backend.meeting.ReminderStore.Channel;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.message.ReminderKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reminds people of a meeting: on their screens, and by what carries it further. Each reminder is
/// taken in the transaction that finds it due, so it is sent once, though many nodes look.
final class MeetingReminders {
  private final ReminderStore store = new ReminderStore();
  private final MeetingPeople people;
  private final MeetingFeed feed;
  private final ReminderPost post;
  private final CallSight calls = new CallSight();

  MeetingReminders(MeetingPeople people, MeetingFeed feed, ReminderPost post) {
    this.people = people;
    this.feed = feed;
    this.post = post;
  }

  /// One that a clock brings about; once for each state of the calendar.
  void due(Tx tx, StoredMeeting meeting, ReminderKind kind, Instant now) throws SQLException {
    List<UserId> readers = readers(tx, meeting, kind);
    for (UserId person : readers) {
      if (store.claim(tx, meeting, person, Channel.SCREEN, kind, now)) {
        tx.afterCommit(() -> feed.remind(meeting, person, kind, null));
      }
    }
    post.due(tx, meeting, new Reminder(kind, readers, now, null, false));
  }

  /// One that somebody asks for, to the applicant; as often as they ask.
  ///
  /// @param minutes how late the team is
  void now(Tx tx, StoredMeeting meeting, ReminderKind kind, @Nullable Integer minutes, Instant now)
      throws SQLException {
    UserId applicant = meeting.session().applicantId();
    tx.afterCommit(() -> feed.remind(meeting, applicant, kind, minutes));
    post.due(tx, meeting, new Reminder(kind, List.of(applicant), now, minutes, true));
  }

  private List<UserId> readers(Tx tx, StoredMeeting meeting, ReminderKind kind)
      throws SQLException {
    CallId call = meeting.session().callId();
    Set<Side> there =
        kind == ReminderKind.NUDGE && call != null ? calls.present(tx, call) : Set.of();
    List<UserId> readers = new ArrayList<>();
    switch (kind) {
      case ASK_OWNER -> readers.addAll(responsible(tx, meeting.session()));
      case RUNNING_LATE -> readers.add(meeting.session().applicantId());
      case DAY_BEFORE, SOON, NUDGE -> {
        if (!there.contains(Side.RECRUITER)) {
          readers.addAll(meeting.session().interviewers());
        }
        // Who said that they do not come is not told to.
        boolean declined = meeting.session().answer() == MeetingAnswer.DECLINED;
        if (!there.contains(Side.APPLICANT) && !declined) {
          readers.add(meeting.session().applicantId());
        }
      }
    }
    return readers;
  }

  /// The owner, or, if they left the team, those who lead it with them.
  private List<UserId> responsible(Tx tx, MeetingSession session) throws SQLException {
    if (people.colleague(tx, session.ownerId()).isPresent()) {
      return List.of(session.ownerId());
    }
    return session.interviewers().stream().filter(one -> !one.equals(session.ownerId())).toList();
  }
}
