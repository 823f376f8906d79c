package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Meetings that tests wish for.
record Plans(ScheduleMeeting wish) {
  static Plans with(Identity applicant, Instant at, int minutes, Identity... others) {
    List<UserId> interviewers = Stream.of(others).map(Identity::userId).toList();
    return new Plans(
        new ScheduleMeeting(
            null,
            applicant.userId(),
            at,
            minutes,
            "First interview",
            "What we will talk about",
            interviewers.isEmpty() ? null : interviewers,
            "Europe/Berlin",
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  /// As it is now, to be planned anew.
  static Plans of(Meeting meeting) {
    return new Plans(
        new ScheduleMeeting(
            null,
            meeting.applicantId(),
            meeting.scheduledTime(),
            meeting.durationMinutes(),
            meeting.title(),
            meeting.description(),
            null,
            meeting.timeZone(),
            null,
            null,
            null,
            null,
            null,
            meeting.version(),
            null));
  }

  /// Planned by somebody who is there.
  Plans zone(String zone) {
    return new Plans(
        new ScheduleMeeting(
            wish.key(),
            wish.applicantId(),
            wish.scheduledTime(),
            wish.durationMinutes(),
            wish.title(),
            wish.description(),
            wish.interviewerIds(),
            zone,
            wish.sendEmail(),
            wish.remind15Min(),
            wish.waitingRoom(),
            wish.consentToRecord(),
            wish.overrideReason(),
            wish.version(),
            wish.provider()));
  }

  Plans key(String key) {
    return change(key, wish.scheduledTime(), wish.title(), wish.sendEmail(), null);
  }

  Plans at(Instant time) {
    return change(wish.key(), time, wish.title(), wish.sendEmail(), wish.overrideReason());
  }

  Plans title(String title) {
    return change(wish.key(), wish.scheduledTime(), title, wish.sendEmail(), null);
  }

  Plans quietly() {
    return change(wish.key(), wish.scheduledTime(), wish.title(), false, null);
  }

  /// With no reminder shortly before.
  Plans unreminded() {
    return new Plans(
        new ScheduleMeeting(
            null,
            wish.applicantId(),
            wish.scheduledTime(),
            wish.durationMinutes(),
            wish.title(),
            wish.description(),
            wish.interviewerIds(),
            wish.timeZone(),
            null,
            false,
            null,
            null,
            null,
            wish.version(),
            wish.provider()));
  }

  Plans because(String reason) {
    return change(wish.key(), wish.scheduledTime(), wish.title(), wish.sendEmail(), reason);
  }

  /// With a waiting room.
  Plans waiting() {
    return new Plans(
        new ScheduleMeeting(
            null,
            wish.applicantId(),
            wish.scheduledTime(),
            wish.durationMinutes(),
            wish.title(),
            null,
            wish.interviewerIds(),
            wish.timeZone(),
            null,
            null,
            true,
            null,
            null,
            null,
            null));
  }

  /// Carried by this provider; null for the organisation's.
  Plans by(@Nullable String provider) {
    return new Plans(
        new ScheduleMeeting(
            wish.key(),
            wish.applicantId(),
            wish.scheduledTime(),
            wish.durationMinutes(),
            wish.title(),
            wish.description(),
            wish.interviewerIds(),
            wish.timeZone(),
            wish.sendEmail(),
            wish.remind15Min(),
            wish.waitingRoom(),
            wish.consentToRecord(),
            wish.overrideReason(),
            wish.version(),
            provider));
  }

  private Plans change(
      @Nullable String key,
      Instant time,
      String title,
      @Nullable Boolean sendEmail,
      @Nullable String reason) {
    return new Plans(
        new ScheduleMeeting(
            key,
            wish.applicantId(),
            time,
            wish.durationMinutes(),
            title,
            wish.description(),
            wish.interviewerIds(),
            wish.timeZone(),
            sendEmail,
            wish.remind15Min(),
            wish.waitingRoom(),
            wish.consentToRecord(),
            reason,
            wish.version(),
            wish.provider()));
  }
}
