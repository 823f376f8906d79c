package dev.optima.backend.meeting;

import dev.optima.backend.store.Row;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Meeting;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meeting as it lies in the database: a row of meetings `m` with its applicant `a`, and its
/// interviewers gathered into one column, so that a page of meetings is one question.
final class MeetingRow {
  static final String SELECT =
      """
      SELECT m.id, m.room_id, m.owner_id, m.request_key, m.media_room, m.title, m.description,
        m.time_zone, m.send_email, m.remind_15_min, m.waiting_room, m.consent_to_record,
        m.override_reason, m.scheduled_at, m.ends_at, m.status, m.answer, m.overdue, m.absent,
        m.cancelled_by, m.cancel_reason, m.proposals, m.note, m.sequence, m.version, m.deadline,
        m.day_reminder_at, m.call_id, m.started_at, m.closed_at, m.reminder_sent,
        m.notification_sent, m.created_at, m.updated_at, a.id, a.name, a.email, a.language,
        a.time_zone, m.waiting_since, m.admitted_at, m.provider,
        (SELECT string_agg(i.user_id || ' ' || coalesce(p.name, ''), '\n' ORDER BY i.place) FROM meeting_interviewers i LEFT JOIN accounts p ON p.id = i.user_id
         WHERE i.meeting_id = m.id),
        m.waiting_until
      FROM meetings m JOIN applicants a ON a.id = m.applicant_id
      """;

  private MeetingRow() {}

  static StoredMeeting read(Row row) throws SQLException {
    List<Meeting.Interviewer> interviewers = interviewers(row.text(43));
    return new StoredMeeting(
        session(row, interviewers),
        details(row),
        new Reply(times(row.textOrNull(22)), row.textOrNull(23)),
        new Lobby(row.instantOrNull(40), row.instantOrNull(44), row.instantOrNull(41)),
        row.text(4),
        row.text(5),
        row.instantOrNull(27),
        new StoredMeeting.Invitee(
            new UserId(row.text(35)), row.text(36), row.text(37), row.text(38), row.text(39)),
        interviewers,
        row.integer(31) != 0,
        row.integer(32) != 0,
        row.instant(33),
        row.instant(34));
  }

  private static MeetingSession session(Row row, List<Meeting.Interviewer> interviewers)
      throws SQLException {
    Instant start = row.instant(14);
    String absent = row.textOrNull(19);
    String cancelledBy = row.textOrNull(20);
    String call = row.textOrNull(28);
    return new MeetingSession(
        new MeetingId(row.text(1)),
        new RoomId(row.text(2)),
        new UserId(row.text(3)),
        interviewers.stream().map(Meeting.Interviewer::userId).toList(),
        start,
        Duration.between(start, row.instant(15)),
        MeetingStatus.valueOf(row.text(16)),
        MeetingAnswer.valueOf(row.text(17)),
        Overdue.valueOf(row.text(18)),
        absent == null ? null : Absent.valueOf(absent),
        cancelledBy == null ? null : new UserId(cancelledBy),
        row.textOrNull(21),
        row.number(24),
        row.number(25),
        row.instantOrNull(26),
        call == null ? null : new CallId(call),
        row.instantOrNull(29),
        row.instantOrNull(30));
  }

  private static MeetingDetails details(Row row) throws SQLException {
    return new MeetingDetails(
        row.text(6),
        row.textOrNull(7),
        row.text(8),
        row.integer(9) != 0,
        row.integer(10) != 0,
        row.integer(11) != 0,
        row.integer(12) != 0,
        row.textOrNull(13),
        row.textOrNull(42));
  }

  private static List<Meeting.Interviewer> interviewers(String lines) {
    List<Meeting.Interviewer> all = new ArrayList<>();
    for (String line : lines.split("\n", -1)) {
      int space = line.indexOf(' ');
      all.add(
          new Meeting.Interviewer(new UserId(line.substring(0, space)), line.substring(space + 1)));
    }
    return all;
  }

  private static @Nullable List<Instant> times(@Nullable String json) throws SQLException {
    if (json == null) {
      return null;
    }
    try {
      return List.of(Json.read(json, Instant[].class));
    } catch (JsonRefusal e) {
      throw new SQLException("stored proposals cannot be read", e);
    }
  }
}
