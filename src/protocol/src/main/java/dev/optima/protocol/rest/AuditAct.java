package dev.optima.protocol.rest;

/// What is audited: `signed_in`, `call_ended`, … on the wire.
public enum AuditAct {
  SIGNED_IN,
  SIGN_IN_FAILED,
  SIGNED_OUT,
  ACCOUNT_ADDED,
  ACCOUNT_CHANGED,
  ACCOUNT_DISABLED,
  ACCOUNT_ENABLED,
  ROLE_CHANGED,
  PASSWORD_CHANGED,
  SET_UP,
  APPLICANTS_IMPORTED,
  APPLICANT_INVITED,
  /// An administrator ended a call that was not theirs.
  CALL_ENDED,
  /// Somebody of the team came into a colleague's call.
  CALL_ENTERED,
  COLLEAGUE_INVITED,
  RECORDING_ASKED,
  RECORDING_STARTED,
  RECORDING_STOPPED,
  TRANSCRIPT_READ,
  CALLS_EXPORTED,
  ANALYTICS_EXPORTED,
  AUDIT_EXPORTED,
  /// A meeting stands beside another one, against the warning.
  CONFLICT_OVERRIDDEN,
  NO_SHOW_MARKED,
  NO_SHOW_UNDONE,
  BOOKING_OFFERED,
  BOOKING_REVOKED,
  CALENDAR_FEED_MADE,
  CALENDAR_FEED_REVOKED,
  CALENDAR_CONNECTED,
  CALENDAR_DISCONNECTED,
  PROVIDER_TESTED,
  MAIL_TESTED,
  MAIL_SENT_AGAIN,
  MAIL_DELETED,
  /// What is older than the settings allow was deleted.
  DATA_EXPIRED
}
