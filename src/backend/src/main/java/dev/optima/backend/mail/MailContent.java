package dev.optima.backend.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What stands in a mail.
///
/// @param calendar what a mail program hands to the reader's calendar
public record MailContent(String subject, String html, String text, @Nullable Calendar calendar) {

  /// With nothing for the calendar.
  public MailContent(String subject, String html, String text) {
    this(subject, html, text, null);
  }

  /// What is done to the reader's calendar (iTIP, RFC 5546).
  public enum Method {
    REQUEST,
    CANCEL;

    /// How its file is called.
    String file() {
      return this == REQUEST ? "invite.ics" : name().toLowerCase(Locale.ROOT) + ".ics";
    }
  }

  /// A part for the reader's calendar.
  ///
  /// @param text iCalendar
  public record Calendar(Method method, String text) {
    /// Never prints the text: it holds a link.
    @Override
    public String toString() {
      return "Calendar[" + method + "]";
    }
  }

  MailContent with(@Nullable Calendar part) {
    return new MailContent(subject, html, text, part);
  }

  /// Never prints the text: it may hold a link that lets somebody in.
  @Override
  public String toString() {
    return "MailContent[" + subject + "]";
  }
}
