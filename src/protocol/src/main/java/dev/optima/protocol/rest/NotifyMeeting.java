package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// `POST /api/meetings/{id}/notify`: tells the applicant something about a meeting now.
///
/// @param minutes how late, with `running_late`
public record NotifyMeeting(Kind kind, @Nullable Integer minutes) {

  /// What is told.
  public enum Kind {
    /// The invitation again, by mail.
    INVITATION,
    /// That it is near, on the page, by push and by mail.
    REMINDER,
    /// That the team is late, on the page, by push and in the chat.
    RUNNING_LATE
  }
}
