package dev.optima.backend.mail;

/// Who understands answers to invitations that come by mail.
@FunctionalInterface
public interface AnswerReader {

  /// Takes an answer, each once, however often it is given.
  ///
  /// @return false if it is none to an invitation of ours: its mail stays as it is
  boolean take(IncomingAnswer answer);
}
