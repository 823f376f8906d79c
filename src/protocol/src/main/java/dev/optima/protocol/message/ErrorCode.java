package dev.optima.protocol.message;

/// Why something was refused; stable, snake_case on the wire, localized by whoever shows it.
public enum ErrorCode {
  /// Not JSON, or not in the form of its type.
  MALFORMED,
  /// A `type` that is not known here.
  UNKNOWN_TYPE,
  /// A value that is not allowed; `message` says which and why.
  INVALID,
  TOO_LARGE,
  /// No session, or one that is over.
  UNAUTHENTICATED,
  /// Wrong e-mail or password.
  BAD_CREDENTIALS,
  FORBIDDEN,
  /// Not there, or not yours.
  NOT_FOUND,
  /// The other side, or the caller, has a live call.
  BUSY,
  /// The applicant has no live session; the call is kept as missed.
  OFFLINE,
  RATE_LIMITED,
  /// The call, or the row, is past the state in which this was possible.
  STALE,
  /// Not yet: the call still rings.
  TOO_EARLY,
  /// The room holds as many people as it can.
  FULL,
  /// It exists already.
  CONFLICT,
  /// There is no room left for files.
  QUOTA_EXCEEDED,
  /// A virus scanner found something in the file.
  INFECTED,
  /// No mail server is set.
  MAIL_OFF,
  /// The link is over, used or unknown.
  INVITATION_EXPIRED,
  INVITATION_USED,
  METHOD_NOT_ALLOWED,
  UNSUPPORTED_MEDIA_TYPE,
  /// The service cannot answer now; try again.
  UNAVAILABLE,
  INTERNAL
}
