package dev.optima.backend.http;

import dev.optima.backend.meeting.invite.MeetingLinkService;
import dev.optima.backend.meeting.invite.MeetingMailPreview;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.util.List;

/// Interviews in mails and calendars: what an invitation will look like, the links in it, and files
/// for calendars.
public final class MeetingMailRoutes {
  private final MeetingLinkService links;
  private final MeetingMailPreview preview;

  public MeetingMailRoutes(MeetingLinkService links, MeetingMailPreview preview) {
    this.links = links;
    this.preview = preview;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("previewMeeting", Access.TEAM, this::preview),
        new Endpoint(
            "meetingCalendar",
            Access.SESSION,
            request ->
                CalendarFile.of(
                    links.calendar(request.identity(), request.path("meetingId", MeetingId::new)))),
        new Endpoint(
            "lookAtMeetingLink",
            Access.PUBLIC,
            request -> Reply.ok(links.look(request.path("token")))),
        new Endpoint(
            "answerMeetingLink",
            Access.PUBLIC,
            request ->
                Reply.ok(links.answer(request.path("token"), request.body(AnswerMeeting.class)))),
        new Endpoint("cancelMeetingLink", Access.PUBLIC, this::cancel),
        new Endpoint(
            "meetingLinkCalendar",
            Access.PUBLIC,
            request -> CalendarFile.of(links.calendar(request.path("token")))));
  }

  private Reply preview(ApiRequest request) {
    return Reply.ok(
        preview.of(
            request.identity(),
            request.body(ScheduleMeeting.class),
            request.query("meeting_id", MeetingId::new).orElse(null)));
  }

  private Reply cancel(ApiRequest request) {
    CancelMeeting wanted =
        request.optionalBody(CancelMeeting.class).orElse(new CancelMeeting(null, null, null));
    return Reply.ok(links.cancel(request.path("token"), wanted));
  }
}
