package dev.optima.backend.mail;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.MailKind;
import dev.optima.protocol.rest.OutboxMails.Mail;
import dev.optima.protocol.rest.OutboxMails.State;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The rows of the outbox.
final class OutboxStore {
  private static final String QUEUED =
      """
      SELECT m.id, m.kind, m.applicant_id, m.actor_id, m.actor_name, m.happened_at, m.attempts,
        m.queued_at, m.next_attempt_at, m.link_expires_at, m.meeting_id, m.sequence, m.occasion,
        m.booking_id, m.title, a.name, a.email, a.language, a.time_zone
      FROM mails m JOIN applicants a ON a.id = m.applicant_id
      WHERE m.state = 'QUEUED'""";

  /// A mail to be.
  record NewMail(
      String id,
      MailKind kind,
      UserId applicantId,
      UserId actorId,
      String actorName,
      Instant happenedAt,
      Instant linkExpiresAt,
      MailAbout about) {}

  /// A mail that waits, with the reader as they are now.
  record Queued(
      NewMail mail, int attempts, Instant queuedAt, Instant due, MailTopic.Reader reader) {}

  void add(Tx tx, NewMail mail, String recipient, String subject, Instant now) throws SQLException {
    tx.update(
        """
        INSERT INTO mails
          (id, kind, applicant_id, actor_id, actor_name, happened_at, recipient, subject, state,
           attempts, created_at, queued_at, next_attempt_at, link_expires_at, meeting_id, sequence,
           occasion, booking_id, title)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        mail.id(),
        mail.kind(),
        mail.applicantId(),
        mail.actorId(),
        mail.actorName(),
        mail.happenedAt(),
        recipient,
        subject,
        now,
        now,
        now,
        mail.linkExpiresAt(),
        mail.about().meetingId(),
        mail.about().sequence(),
        mail.about().occasion(),
        mail.about().bookingId(),
        mail.about().title());
  }

  /// Whether there is a mail of this kind that is not older than `since`.
  boolean hasSince(Tx tx, UserId applicant, MailKind kind, Instant since) throws SQLException {
    return tx.first(
            "SELECT 1 FROM mails WHERE applicant_id = ? AND kind = ? AND created_at > ? LIMIT 1",
            row -> true,
            applicant,
            kind,
            since)
        .isPresent();
  }

  Optional<MailTopic.Reader> reader(Tx tx, UserId applicant) throws SQLException {
    return tx.first(
        "SELECT name, email, language, time_zone FROM applicants WHERE id = ?",
        row -> reader(row, 1),
        applicant);
  }

  /// What is to be sent now, the longest due first.
  List<Queued> due(Tx tx, Instant now, int limit) throws SQLException {
    return tx.list(
        QUEUED + " AND m.next_attempt_at <= ? ORDER BY m.next_attempt_at, m.id LIMIT ?",
        OutboxStore::queued,
        now,
        limit);
  }

  /// Makes the next attempt this one's: of several nodes one succeeds. A claim that is over is
  /// simply due again.
  boolean claim(Tx tx, Queued mail, String claim, Instant until) throws SQLException {
    return tx.update(
            """
            UPDATE mails SET claim = ?, attempts = attempts + 1, next_attempt_at = ?
            WHERE id = ? AND state = 'QUEUED' AND next_attempt_at = ? AND attempts = ?""",
            claim,
            until,
            mail.mail().id(),
            mail.due(),
            mail.attempts())
        == 1;
  }

  /// Keeps to whom, and under which subject, it goes out.
  void address(Tx tx, String id, String recipient, String subject) throws SQLException {
    tx.update("UPDATE mails SET recipient = ?, subject = ? WHERE id = ?", recipient, subject, id);
  }

  boolean sent(Tx tx, String id, String claim, Instant now) throws SQLException {
    return tx.update(
            """
            UPDATE mails
            SET state = 'SENT', sent_at = ?, claim = NULL, problem = NULL, detail = NULL
            WHERE id = ? AND claim = ? AND state = 'QUEUED'""",
            now,
            id,
            claim)
        == 1;
  }

  /// @param next when it is tried again; null if it is given up
  boolean failed(Tx tx, String id, String claim, MailFailure failure, @Nullable Instant next)
      throws SQLException {
    return tx.update(
            """
            UPDATE mails
            SET state = ?, next_attempt_at = COALESCE(?, next_attempt_at), claim = NULL,
              problem = ?, detail = ?
            WHERE id = ? AND claim = ? AND state = 'QUEUED'""",
            next == null ? State.DEAD : State.QUEUED,
            next,
            failure.problem().word(),
            failure.detail(),
            id,
            claim)
        == 1;
  }

  Optional<String> recipient(Tx tx, String id) throws SQLException {
    return tx.first("SELECT recipient FROM mails WHERE id = ?", row -> row.text(1), id);
  }

  Optional<State> state(Tx tx, String id) throws SQLException {
    return tx.first("SELECT state FROM mails WHERE id = ?", row -> State.valueOf(row.text(1)), id);
  }

  /// Asks for it anew: as if it had been written now. One that is on its way is left alone.
  boolean retry(Tx tx, String id, Instant now, Instant linkUntil) throws SQLException {
    return tx.update(
            """
            UPDATE mails
            SET state = 'QUEUED', attempts = 0, queued_at = ?, next_attempt_at = ?, claim = NULL,
              link_expires_at = CASE WHEN meeting_id IS NULL AND booking_id IS NULL THEN ?
                ELSE link_expires_at END
            WHERE id = ? AND state <> 'SENT' AND claim IS NULL""",
            now,
            now,
            linkUntil,
            id)
        == 1;
  }

  /// Takes out what waits about a meeting, but for what is on its way.
  void withdraw(Tx tx, MeetingId meeting) throws SQLException {
    tx.update(
        "DELETE FROM mails WHERE meeting_id = ? AND state <> 'SENT' AND claim IS NULL", meeting);
  }

  /// Takes out the invitations that wait, and leaves the reminders.
  void withdrawInvitations(Tx tx, MeetingId meeting) throws SQLException {
    tx.update(
        "DELETE FROM mails WHERE meeting_id = ? AND kind <> ? AND state <> 'SENT'"
            + " AND claim IS NULL",
        meeting,
        MailKind.MEETING_REMINDER);
  }

  /// Whether an invitation waits that nobody has begun to send.
  boolean hasWaiting(Tx tx, MeetingId meeting) throws SQLException {
    return tx.first(
            "SELECT 1 FROM mails WHERE meeting_id = ? AND kind = ? AND state = 'QUEUED'"
                + " AND claim IS NULL LIMIT 1",
            row -> true,
            meeting,
            MailKind.MEETING)
        .isPresent();
  }

  /// Whether an invitation was sent, or is on its way.
  boolean hasInvited(Tx tx, MeetingId meeting) throws SQLException {
    return tx.first(
            "SELECT 1 FROM mails WHERE meeting_id = ? AND kind = ?"
                + " AND (state = 'SENT' OR claim IS NOT NULL) LIMIT 1",
            row -> true,
            meeting,
            MailKind.MEETING)
        .isPresent();
  }

  boolean delete(Tx tx, String id) throws SQLException {
    return tx.update("DELETE FROM mails WHERE id = ? AND state <> 'SENT'", id) == 1;
  }

  int deleteSettled(Tx tx, Instant before) throws SQLException {
    return tx.update("DELETE FROM mails WHERE state <> 'QUEUED' AND queued_at < ?", before);
  }

  /// A page, newest first.
  ///
  /// @param before the id that the page before ended with; null for the first page
  List<Mail> list(Tx tx, @Nullable State state, @Nullable String before, int limit)
      throws SQLException {
    var where = new StringJoiner(" AND ", " WHERE ", "").setEmptyValue("");
    List<Object> values = new ArrayList<>();
    if (before != null) {
      where.add("id < ?");
      values.add(before);
    }
    if (state != null) {
      where.add("state = ?");
      values.add(state);
    }
    values.add(limit);
    return tx.list(
        """
        SELECT id, kind, recipient, subject, state, attempts, created_at, next_attempt_at, sent_at,
          problem, detail
        FROM mails%s ORDER BY id DESC LIMIT ?"""
            .formatted(where),
        OutboxStore::mail,
        values.toArray());
  }

  private static Mail mail(Row row) throws SQLException {
    State state = State.valueOf(row.text(5));
    return new Mail(
        row.text(1),
        MailKind.valueOf(row.text(2)),
        row.text(3),
        row.text(4),
        state,
        row.integer(6),
        row.instant(7),
        state == State.QUEUED ? row.instant(8) : null,
        row.instantOrNull(9),
        row.textOrNull(10),
        row.textOrNull(11));
  }

  private static Queued queued(Row row) throws SQLException {
    return new Queued(
        new NewMail(
            row.text(1),
            MailKind.valueOf(row.text(2)),
            new UserId(row.text(3)),
            new UserId(row.text(4)),
            row.text(5),
            row.instant(6),
            row.instant(10),
            about(row, 11)),
        row.integer(7),
        row.instant(8),
        row.instant(9),
        reader(row, 16));
  }

  private static MailAbout about(Row row, int column) throws SQLException {
    String meeting = row.textOrNull(column);
    String occasion = row.textOrNull(column + 2);
    return new MailAbout(
        meeting == null ? null : new MeetingId(meeting),
        meeting == null ? 0 : row.number(column + 1),
        occasion == null ? null : MeetingFacts.Occasion.valueOf(occasion),
        row.textOrNull(column + 3),
        row.textOrNull(column + 4));
  }

  private static MailTopic.Reader reader(Row row, int column) throws SQLException {
    return new MailTopic.Reader(
        row.text(column), row.text(column + 1), row.text(column + 2), row.text(column + 3));
  }
}
