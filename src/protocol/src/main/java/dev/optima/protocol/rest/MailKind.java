package dev.optima.protocol.rest;

/// Why a mail is sent.
public enum MailKind {
  INVITATION,
  MISSED_CALL,
  TEST
}
