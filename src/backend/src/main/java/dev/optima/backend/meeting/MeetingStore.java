package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.meeting.MeetingSession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Meetings in the database. A change goes through only if the `version` is still the one that was
/// read.
public final class MeetingStore {
  private static final String INSERT =
      """
      INSERT INTO meetings
        (id, room_id, applicant_id, owner_id, request_key, media_room, title, description,
         time_zone, send_email, remind_15_min, waiting_room, consent_to_record, override_reason,
         provider, scheduled_at, ends_at, status, answer, overdue, sequence, version, deadline,
         day_reminder_at, created_at, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /// Reminders that were taken and mails that were sent meanwhile raise no version: they are not
  /// written back, but begin anew with a new time, or a new state of the calendar. Nor is a knock
  /// that was renewed.
  private static final String UPDATE =
      """
      UPDATE meetings SET title = ?, description = ?, time_zone = ?, send_email = ?,
        remind_15_min = ?, waiting_room = ?, consent_to_record = ?, override_reason = ?,
        provider = ?,
        scheduled_at = ?, ends_at = ?, status = ?, answer = ?, overdue = ?, absent = ?,
        cancelled_by = ?, cancel_reason = ?, proposals = ?, note = ?, sequence = ?, version = ?,
        deadline = ?,
        day_reminder_at = CASE WHEN day_reminder_at IS NULL AND scheduled_at = ? THEN NULL
          ELSE CAST(? AS BIGINT) END,
        call_id = ?, started_at = ?, closed_at = ?,
        reminder_sent = CASE WHEN sequence = ? THEN reminder_sent ELSE 0 END,
        notification_sent = CASE WHEN sequence = ? THEN notification_sent ELSE 0 END,
        waiting_since = ?, admitted_at = ?,
        waiting_until = CASE WHEN CAST(? AS BIGINT) IS NULL THEN NULL
          ELSE coalesce(waiting_until, CAST(? AS BIGINT)) END,
        updated_at = ?
      WHERE id = ? AND version = ?
      """;

  private static final String BY_ID = MeetingRow.SELECT + "WHERE m.id = ?";
  private static final String BY_KEY =
      MeetingRow.SELECT + "WHERE m.owner_id = ? AND m.request_key = ?";
  private static final String DUE =
      "SELECT id, room_id FROM meetings WHERE deadline <= ? ORDER BY deadline LIMIT ?";
  private static final String DAY_REMINDER_DUE =
      "SELECT id, room_id FROM meetings WHERE day_reminder_at <= ?"
          + " ORDER BY day_reminder_at LIMIT ?";
  private static final String NEXT =
      "SELECT min(t) FROM (SELECT min(deadline) AS t FROM meetings WHERE deadline IS NOT NULL"
          + " UNION ALL SELECT min(day_reminder_at) FROM meetings"
          + " WHERE day_reminder_at IS NOT NULL"
          + " UNION ALL SELECT min(waiting_until) FROM meetings"
          + " WHERE waiting_until IS NOT NULL) x";
  private static final String CLAIM_DAY_REMINDER =
      "UPDATE meetings SET day_reminder_at = NULL WHERE id = ? AND day_reminder_at <= ?";
  private static final String MARK_REMINDED =
      "UPDATE meetings SET reminder_sent = 1 WHERE id = ? AND sequence = ?";
  private static final String MARK_NOTIFIED =
      "UPDATE meetings SET notification_sent = 1 WHERE id = ? AND sequence = ?";

  /// Stores a meeting that is new.
  void insert(Tx tx, StoredMeeting meeting) throws SQLException {
    MeetingSession s = meeting.session();
    MeetingDetails d = meeting.details();
    tx.update(
        INSERT,
        s.meetingId(),
        s.roomId(),
        s.applicantId(),
        s.ownerId(),
        meeting.requestKey(),
        meeting.mediaRoom(),
        d.title(),
        d.description(),
        d.timeZone(),
        flag(d.sendEmail()),
        flag(d.remind15Min()),
        flag(d.waitingRoom()),
        flag(d.consentToRecord()),
        d.overrideReason(),
        d.provider(),
        s.scheduledTime(),
        s.end(),
        s.status(),
        s.answer(),
        s.overdue(),
        s.sequence(),
        s.version(),
        s.deadline(),
        meeting.dayReminderAt(),
        meeting.createdAt(),
        meeting.updatedAt());
    putInterviewers(tx, s);
  }

  /// False if the meeting is no longer as it was in `before`.
  boolean update(Tx tx, MeetingSession before, StoredMeeting next, Instant now)
      throws SQLException {
    MeetingSession s = next.session();
    MeetingDetails d = next.details();
    int rows =
        tx.update(
            UPDATE,
            d.title(),
            d.description(),
            d.timeZone(),
            flag(d.sendEmail()),
            flag(d.remind15Min()),
            flag(d.waitingRoom()),
            flag(d.consentToRecord()),
            d.overrideReason(),
            d.provider(),
            s.scheduledTime(),
            s.end(),
            s.status(),
            s.answer(),
            s.overdue(),
            s.absent(),
            s.cancelledBy(),
            s.cancelReason(),
            next.reply().proposals() == null ? null : Json.write(next.reply().proposals()),
            next.reply().note(),
            s.sequence(),
            s.version(),
            s.deadline(),
            s.scheduledTime(),
            next.dayReminderAt(),
            s.callId(),
            s.startedAt(),
            s.closedAt(),
            s.sequence(),
            s.sequence(),
            next.lobby().waitingSince(),
            next.lobby().admittedAt(),
            next.lobby().waitingUntil(),
            next.lobby().waitingUntil(),
            now,
            s.meetingId(),
            before.version());
    if (rows > 0 && !before.interviewers().equals(s.interviewers())) {
      tx.update("DELETE FROM meeting_interviewers WHERE meeting_id = ?", s.meetingId());
      putInterviewers(tx, s);
    }
    return rows > 0;
  }

  private static void putInterviewers(Tx tx, MeetingSession session) throws SQLException {
    for (int place = 0; place < session.interviewers().size(); place++) {
      tx.update(
          "INSERT INTO meeting_interviewers (meeting_id, user_id, place) VALUES (?, ?, ?)",
          session.meetingId(),
          session.interviewers().get(place),
          place);
    }
  }

  public Optional<StoredMeeting> find(Tx tx, MeetingId meeting) throws SQLException {
    return tx.first(BY_ID, MeetingRow::read, meeting);
  }

  /// What somebody leads in `[from, to)`, in its order; nothing that was called off.
  public List<StoredMeeting> ledBy(Tx tx, UserId user, Instant from, Instant to, int limit)
      throws SQLException {
    return where(
        tx,
        """
        WHERE m.scheduled_at >= ? AND m.scheduled_at < ? AND m.status <> 'CANCELLED'
          AND EXISTS (SELECT 1 FROM meeting_interviewers l
            WHERE l.meeting_id = m.id AND l.user_id = ?)
        ORDER BY m.scheduled_at, m.id LIMIT ?""",
        from,
        to,
        user,
        limit);
  }

  Optional<StoredMeeting> byKey(Tx tx, UserId owner, String key) throws SQLException {
    return tx.first(BY_KEY, MeetingRow::read, owner, key);
  }

  /// The meetings of a condition on `m`, which says their order too.
  List<StoredMeeting> where(Tx tx, String condition, @Nullable Object... parameters)
      throws SQLException {
    return tx.list(MeetingRow.SELECT + condition, MeetingRow::read, parameters);
  }

  /// A meeting of which something is due, and its room.
  record Due(MeetingId meetingId, RoomId roomId) {}

  List<Due> due(Tx tx, Instant now, int limit) throws SQLException {
    return dues(tx, DUE, now, limit);
  }

  List<Due> dayRemindersDue(Tx tx, Instant now, int limit) throws SQLException {
    return dues(tx, DAY_REMINDER_DUE, now, limit);
  }

  private static List<Due> dues(Tx tx, String sql, Instant now, int limit) throws SQLException {
    return tx.list(
        sql, row -> new Due(new MeetingId(row.text(1)), new RoomId(row.text(2))), now, limit);
  }

  /// When something happens by itself next.
  Optional<Instant> nextDeadline(Tx tx) throws SQLException {
    return tx.list(NEXT, row -> Optional.ofNullable(row.instantOrNull(1))).getFirst();
  }

  /// Whether it was this transaction that took the reminder.
  boolean claimDayReminder(Tx tx, MeetingId meeting, Instant now) throws SQLException {
    return tx.update(CLAIM_DAY_REMINDER, meeting, now) > 0;
  }

  /// A reminder shortly before was sent, for this state of the calendar.
  public void markReminded(Tx tx, MeetingId meeting, long sequence) throws SQLException {
    tx.update(MARK_REMINDED, meeting, sequence);
  }

  /// The applicant was told by mail of this state.
  public void markNotified(Tx tx, MeetingId meeting, long sequence) throws SQLException {
    tx.update(MARK_NOTIFIED, meeting, sequence);
  }

  private static int flag(boolean value) {
    return value ? 1 : 0;
  }
}
