package dev.optima.backend.meeting;

import org.jspecify.annotations.Nullable;

/// What people type about a meeting beside its time and its people.
///
/// @param description for the applicant too
/// @param timeZone of whoever planned it, IANA
/// @param sendEmail whether the applicant is told by mail
/// @param remind15Min whether there are reminders shortly before
/// @param overrideReason why it stands beside another one; for the team only
/// @param provider what is to carry its video; null: as the organisation has it
public record MeetingDetails(
    String title,
    @Nullable String description,
    String timeZone,
    boolean sendEmail,
    boolean remind15Min,
    boolean waitingRoom,
    boolean consentToRecord,
    @Nullable String overrideReason,
    @Nullable String provider) {

  MeetingDetails overridden(@Nullable String reason) {
    return new MeetingDetails(
        title,
        description,
        timeZone,
        sendEmail,
        remind15Min,
        waitingRoom,
        consentToRecord,
        reason,
        provider);
  }
}
