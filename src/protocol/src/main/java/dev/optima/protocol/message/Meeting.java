package dev.optima.protocol.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A planned interview as everybody concerned sees it. A client applies it only if `version` is
/// newer than what it has.
///
/// @param adminId its owner: who planned it, or took it over
/// @param timeZone of whoever planned it, IANA
/// @param applicantTimeZone of the applicant now, IANA
/// @param description for the applicant too
/// @param meetingLink where one joins; asks nobody to sign in who has a session
/// @param proposals other times that the applicant asks for
/// @param note what the applicant said with the answer
/// @param interviewers its owner first
/// @param sendEmail whether the applicant is told by mail
/// @param remind15Min whether there are reminders shortly before
/// @param waitingRoom whether the applicant waits until a recruiter lets them in
/// @param consentToRecord whether the applicant is asked for consent to record
/// @param reminderSent whether a reminder shortly before was sent
/// @param notificationSent whether the applicant was told by mail of its present state
/// @param sequence rises with every change that calendars must learn of (RFC 5546)
/// @param overrideReason why it stands beside another one; for the team only
/// @param callId the call that is, or was last, held for it
/// @param waitingSince when the applicant came to the waiting room; null once they went away
/// @param admittedAt when they were let in; they may come back then
/// @param completedAt when it was completed, cancelled, or said to be a no-show
/// @param provider what carries the video: `direct`, `jitsi`, `jaas` or `link`; null: as the
///   organisation has it
public record Meeting(
    MeetingId meetingId,
    UserId applicantId,
    String applicantName,
    UserId adminId,
    RoomId roomId,
    String title,
    @Nullable String description,
    Instant scheduledTime,
    int durationMinutes,
    String timeZone,
    String applicantTimeZone,
    @Nullable String jitsiRoomName,
    String meetingLink,
    MeetingStatus status,
    MeetingAnswer answer,
    Overdue overdue,
    @Nullable List<Instant> proposals,
    @Nullable String note,
    List<Interviewer> interviewers,
    boolean sendEmail,
    @JsonProperty("remind_15_min") boolean remind15Min,
    boolean waitingRoom,
    boolean consentToRecord,
    boolean reminderSent,
    boolean notificationSent,
    long sequence,
    long version,
    @Nullable Absent absent,
    @Nullable UserId cancelledBy,
    @Nullable String cancelReason,
    @Nullable String overrideReason,
    @Nullable CallId callId,
    @Nullable Instant waitingSince,
    @Nullable Instant admittedAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable String provider) {

  public Meeting {
    interviewers = List.copyOf(interviewers);
  }

  /// When it should be over.
  public Instant end() {
    return scheduledTime.plusSeconds(60L * durationMinutes);
  }

  /// Whether the applicant is in the waiting room and asks to be let in.
  public boolean knocks() {
    return waitingSince != null && keepsWaiting();
  }

  /// Whether the applicant has to be let in.
  public boolean keepsWaiting() {
    return waitingRoom
        && admittedAt == null
        && !status.isOver()
        && status != MeetingStatus.IN_PROGRESS;
  }

  /// Somebody of the team who leads it.
  public record Interviewer(UserId userId, String name) {}
}
