package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.message.Meeting;
import java.net.URI;
import java.util.function.Supplier;

/// A meeting as each side sees it.
public final class MeetingViews {
  private final Supplier<URI> publicUrl;

  /// @param publicUrl where people reach this server
  public MeetingViews(Supplier<URI> publicUrl) {
    this.publicUrl = publicUrl;
  }

  Meeting seenBy(Identity who, StoredMeeting meeting) {
    return who.isTeam() ? ofTeam(meeting) : ofApplicant(meeting);
  }

  /// With everything.
  public Meeting ofTeam(StoredMeeting meeting) {
    return view(meeting, true);
  }

  /// Without what is for the team only.
  public Meeting ofApplicant(StoredMeeting meeting) {
    return view(meeting, false);
  }

  private Meeting view(StoredMeeting meeting, boolean team) {
    MeetingSession s = meeting.session();
    MeetingDetails d = meeting.details();
    return new Meeting(
        s.meetingId(),
        s.applicantId(),
        meeting.invitee().name(),
        s.ownerId(),
        s.roomId(),
        d.title(),
        d.description(),
        s.scheduledTime(),
        (int) s.length().toMinutes(),
        d.timeZone(),
        meeting.invitee().timeZone(),
        team ? meeting.mediaRoom() : null,
        link(s),
        s.status(),
        s.answer(),
        s.overdue(),
        meeting.reply().proposals(),
        meeting.reply().note(),
        meeting.interviewers(),
        d.sendEmail(),
        d.remind15Min(),
        d.waitingRoom(),
        d.consentToRecord(),
        meeting.reminderSent(),
        meeting.notificationSent(),
        s.sequence(),
        s.version(),
        s.absent(),
        s.cancelledBy(),
        s.cancelReason(),
        team ? d.overrideReason() : null,
        s.callId(),
        meeting.lobby().waitingSince(),
        meeting.lobby().admittedAt(),
        meeting.createdAt(),
        meeting.updatedAt(),
        s.startedAt(),
        s.closedAt(),
        d.provider());
  }

  /// Opens the applicant's page at this meeting.
  private String link(MeetingSession session) {
    return publicUrl.get() + "/a#meeting=" + session.meetingId();
  }
}
