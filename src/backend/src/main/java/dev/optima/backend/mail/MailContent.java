package dev.optima.backend.mail;

/// What stands in a mail.
public record MailContent(String subject, String html, String text) {
  /// Never prints the text: it may hold a link that lets somebody in.
  @Override
  public String toString() {
    return "MailContent[" + subject + "]";
  }
}
