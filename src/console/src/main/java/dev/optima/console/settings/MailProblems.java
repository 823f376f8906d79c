package dev.optima.console.settings;

import dev.optima.console.i18n.Message;

/// The sentence for each reason why a mail was not taken: what is the matter and where to look.
final class MailProblems {
  private MailProblems() {}

  /// @param problem as in `MailTested`, or `expired`
  static Message of(String problem) {
    return switch (problem) {
      case "host" -> Message.of("mail.test.host");
      case "connection" -> Message.of("mail.test.connection");
      case "tls" -> Message.of("mail.test.tls");
      case "credentials" -> Message.of("mail.test.credentials");
      case "sender" -> Message.of("mail.test.sender");
      case "recipient" -> Message.of("mail.test.recipient");
      case "expired" -> Message.of("mail.expired");
      default -> Message.of("mail.test.other");
    };
  }
}
