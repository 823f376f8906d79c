package dev.optima.backend.mail;

import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.MailKind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

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
  boolean isOn() {
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

  private void add(
      Tx tx,
      MailKind kind,
      UserId applicant,
      UserId by,
      String byName,
      Instant happenedAt,
      Instant now)
      throws SQLException {
    MailTopic.Reader reader =
        store
            .reader(tx, applicant)
            .orElseThrow(() -> Refusal.notFound("there is no such applicant"));
    store.add(
        tx,
        new OutboxStore.NewMail(
            Ids.next(), kind, applicant, by, byName, happenedAt, now.plus(linkLife)),
        reader.email(),
        texts.subject(new MailTopic(kind, reader, byName, happenedAt, null)),
        now);
  }
}
