package dev.optima.backend.mail;

import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.MailKind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/// Where acts leave the mails that they cause, inside their own transaction: a mail is queued if
/// and only if the act is durable.
public final class Outbox {
  /// Several missed calls within this time are one mail.
  static final Duration MISSED_TOGETHER = Duration.ofMinutes(10);

  private final boolean on;
  private final MailTexts texts;
  private final Duration linkLife;
  private final OutboxStore store = new OutboxStore();

  /// @param on whether a mail server is set
  /// @param linkLife how long the link of a mail is good, from when it was queued
  public Outbox(boolean on, MailTexts texts, Duration linkLife) {
    this.on = on;
    this.texts = texts;
    this.linkLife = linkLife;
  }

  /// Refuses if no mail server is set.
  public void demandOn() {
    if (!on) {
      throw Refusal.of(
          ErrorCode.MAIL_OFF, "no mail server is set; copy the link, or set smtp.host");
    }
  }

  /// Whether a mail server is set.
  public boolean isOn() {
    return on;
  }

  Duration linkLife() {
    return linkLife;
  }

  /// An invitation with a link of its own.
  public void invite(Tx tx, UserId applicant, UserId by, String byName, Instant now)
      throws SQLException {
    demandOn();
    add(tx, MailKind.INVITATION, applicant, by, byName, now, now);
  }

  /// Says that a call was missed, with a link to answer; nothing if no mail server is set, or if
  /// they were told just now.
  public void missedCall(
      Tx tx, UserId applicant, UserId caller, String callerName, Instant calledAt, Instant now)
      throws SQLException {
    if (!on || store.hasSince(tx, applicant, MailKind.MISSED_CALL, now.minus(MISSED_TOGETHER))) {
      return;
    }
    add(tx, MailKind.MISSED_CALL, applicant, caller, callerName, calledAt, now);
  }

  /// Times that can be booked, with a link of its own.
  ///
  /// @param until when the link is over
  public void booking(
      Tx tx,
      UserId applicant,
      UserId by,
      String byName,
      String booking,
      String title,
      Instant until,
      Instant now)
      throws SQLException {
    demandOn();
    var mail =
        new OutboxStore.NewMail(
            Ids.next(),
            MailKind.BOOKING,
            applicant,
            by,
            byName,
            now,
            until,
            MailAbout.booking(booking, title));
    queue(
        tx,
        mail,
        reader -> new MailTopic(MailKind.BOOKING, reader, byName, now, null, null, title),
        now);
  }

  /// A state of a meeting; nothing if no mail server is set.
  ///
  /// @param until when it is no longer worth sending
  public void meeting(Tx tx, MeetingMail wanted, MeetingFacts facts, Instant until, Instant now)
      throws SQLException {
    if (!on) {
      return;
    }
    var mail =
        new OutboxStore.NewMail(
            Ids.next(),
            wanted.kind(),
            wanted.applicant(),
            wanted.by(),
            wanted.byName(),
            now,
            until,
            wanted.about());
    queue(
        tx,
        mail,
        reader -> MailTopic.of(wanted.kind(), reader, wanted.byName(), now, null, facts),
        now);
  }

  /// A mail about a meeting.
  public record MeetingMail(
      MailKind kind, UserId applicant, UserId by, String byName, MailAbout about) {}

  /// Takes back what waits about a meeting: it tells of a state that is past.
  ///
  /// @return whether there was an invitation among it: then the applicant has not had it
  public boolean withdraw(Tx tx, MeetingId meeting) throws SQLException {
    boolean waited = store.hasWaiting(tx, meeting);
    store.withdraw(tx, meeting);
    return waited;
  }

  /// Takes back the invitations that wait about a meeting, but not what reminds of it.
  public void withdrawInvitations(Tx tx, MeetingId meeting) throws SQLException {
    store.withdrawInvitations(tx, meeting);
  }

  /// Whether the applicant was invited to a meeting by mail.
  public boolean hasInvited(Tx tx, MeetingId meeting) throws SQLException {
    return store.hasInvited(tx, meeting);
  }

  private void add(
      Tx tx,
      MailKind kind,
      UserId applicant,
      UserId by,
      String byName,
      Instant happenedAt,
      Instant now)
      throws SQLException {
    var mail =
        new OutboxStore.NewMail(
            Ids.next(),
            kind,
            applicant,
            by,
            byName,
            happenedAt,
            now.plus(linkLife),
            MailAbout.NOTHING);
    queue(tx, mail, reader -> MailTopic.of(kind, reader, byName, happenedAt, null), now);
  }

  private void queue(
      Tx tx, OutboxStore.NewMail mail, Function<MailTopic.Reader, MailTopic> topic, Instant now)
      throws SQLException {
    MailTopic.Reader reader =
        store
            .reader(tx, mail.applicantId())
            .orElseThrow(() -> Refusal.notFound("there is no such applicant"));
    store.add(tx, mail, reader.email(), texts.subject(topic.apply(reader)), now);
  }
}
