package dev.optima.backend.mail;

import dev.optima.protocol.rest.MailKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a mail is about.
///
/// @param reader to whom it speaks
/// @param actorName who invites, who called, or who tries the mail server
/// @param happenedAt when they did
public record MailTopic(
    MailKind kind, Reader reader, String actorName, Instant happenedAt, @Nullable Link link) {

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
}
