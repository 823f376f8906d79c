package dev.optima.backend.mail;

import dev.optima.protocol.rest.MailKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a mail is about.
///
/// @param reader to whom it speaks
/// @param actorName who invites, who called, or who tries the mail server
/// @param happenedAt when they did
/// @param title of what can be booked
public record MailTopic(
    MailKind kind,
    Reader reader,
    String actorName,
    Instant happenedAt,
    @Nullable Link link,
    @Nullable MeetingFacts meeting,
    @Nullable String title) {

  /// Who reads it.
  ///
  /// @param language BCP 47
  /// @param timeZone IANA
  public record Reader(String name, String email, String language, String timeZone) {}

  /// A way in.
  public record Link(String url, Instant expiresAt) {
    /// Never prints the link.
    @Override
    public String toString() {
      return "Link[until " + expiresAt + "]";
    }
  }

  /// About nothing more than the reader.
  public static MailTopic of(
      MailKind kind, Reader reader, String actorName, Instant happenedAt, @Nullable Link link) {
    return new MailTopic(kind, reader, actorName, happenedAt, link, null, null);
  }

  /// About a meeting.
  public static MailTopic of(
      MailKind kind,
      Reader reader,
      String actorName,
      Instant happenedAt,
      @Nullable Link link,
      MeetingFacts meeting) {
    return new MailTopic(kind, reader, actorName, happenedAt, link, meeting, meeting.title());
  }

  MailTopic with(@Nullable Link other) {
    return new MailTopic(kind, reader, actorName, happenedAt, other, meeting, title);
  }
}
