package dev.optima.protocol.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/mail/outbox?state`: mails, newest first.
///
/// @param configured whether a mail server is set
public record OutboxMails(List<Mail> mails, boolean configured, @Nullable String next) {

  /// Where a mail is.
  public enum State {
    /// Waits for its (next) attempt.
    QUEUED,
    SENT,
    /// Given up: `problem` says why.
    DEAD
  }

  /// One mail, without its text.
  ///
  /// @param nextAttemptAt of one that is queued
  /// @param problem why the last attempt failed, or why it was given up: as in [MailTested], or
  ///   `expired` (its link was over before it could be sent)
  /// @param detail the mail server's own words
  public record Mail(
      String mailId,
      MailKind kind,
      String to,
      String subject,
      State state,
      int attempts,
      Instant createdAt,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant sentAt,
      @Nullable String problem,
      @Nullable String detail) {}
}
