package dev.optima.backend.http;

import dev.optima.backend.meeting.MeetingEntrance;
import dev.optima.backend.meeting.MeetingList;
import dev.optima.backend.meeting.MeetingService;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.NotifyMeeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Planned interviews.
public final class MeetingRoutes {
  private final MeetingService meetings;
  private final MeetingList list;
  private final MeetingEntrance entrance;

  public MeetingRoutes(MeetingService meetings, MeetingList list, MeetingEntrance entrance) {
    this.meetings = meetings;
    this.list = list;
    this.entrance = entrance;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("scheduleMeeting", Access.TEAM, this::schedule),
        new Endpoint("checkMeeting", Access.TEAM, this::check),
        new Endpoint("freeSlots", Access.TEAM, this::free),
        new Endpoint("listMeetings", Access.TEAM, this::list),
        new Endpoint("meetingsOfApplicant", Access.SESSION, this::ofApplicant),
        new Endpoint("changeMeeting", Access.TEAM, this::change),
        new Endpoint("deleteMeeting", Access.SESSION, this::delete),
        new Endpoint(
            "meetingStatus",
            Access.SESSION,
            request -> Reply.ok(meetings.get(request.identity(), meeting(request)))),
        new Endpoint(
            "meetingHistory",
            Access.TEAM,
            request -> Reply.ok(meetings.history(request.identity(), meeting(request)))),
        new Endpoint("answerMeeting", Access.SESSION, this::answer),
        new Endpoint("cancelMeeting", Access.SESSION, this::cancel),
        new Endpoint("closeMeeting", Access.TEAM, this::close),
        new Endpoint("notifyMeeting", Access.TEAM, this::tell),
        new Endpoint(
            "admitToMeeting",
            Access.TEAM,
            request -> Reply.ok(meetings.admit(request.identity(), meeting(request)))),
        new Endpoint("leaveWaitingRoom", Access.SESSION, this::leave),
        new Endpoint(
            "joinMeeting",
            Access.SESSION,
            request -> Reply.ok(entrance.join(request.identity(), meeting(request)))));
  }

  private Reply schedule(ApiRequest request) {
    MeetingService.Planned planned =
        meetings.schedule(request.identity(), request.body(ScheduleMeeting.class));
    return planned.fresh() ? Reply.created(planned.meeting()) : Reply.ok(planned.meeting());
  }

  private Reply check(ApiRequest request) {
    return Reply.ok(
        meetings.check(
            request.identity(),
            request.body(ScheduleMeeting.class),
            request.query("meeting_id", MeetingId::new).orElse(null)));
  }

  private Reply free(ApiRequest request) {
    var wanted =
        new ScheduleMeeting(
            null,
            request.query("applicant_id", UserId::new).orElseThrow(() -> missing("applicant_id")),
            request.time("from").orElse(Instant.EPOCH),
            request.query("duration", Integer::valueOf).orElseThrow(() -> missing("duration")),
            "",
            null,
            request.query("interviewer_ids", MeetingRoutes::people).orElse(null),
            request.query("time_zone").orElseThrow(() -> missing("time_zone")),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return Reply.ok(meetings.free(request.identity(), wanted, request.limit()));
  }

  private Reply list(ApiRequest request) {
    var filter =
        new MeetingList.Filter(
            request.time("from").orElse(null),
            request.time("to").orElse(null),
            request.query("interviewer", UserId::new).orElse(null),
            request.query("cancelled", Boolean::valueOf).orElse(false));
    return Reply.ok(
        list.list(
            request.identity(), filter, request.query("after").orElse(null), request.limit()));
  }

  private Reply ofApplicant(ApiRequest request) {
    return Reply.ok(
        list.ofApplicant(
            request.identity(),
            request.path("meetingId", UserId::new),
            request.query("after").orElse(null),
            request.limit()));
  }

  private Reply change(ApiRequest request) {
    return Reply.ok(
        meetings.change(request.identity(), meeting(request), request.body(ScheduleMeeting.class)));
  }

  private Reply delete(ApiRequest request) {
    var wanted =
        new CancelMeeting(
            request.query("reason").orElse(null),
            request.query("send_email", Boolean::valueOf).orElse(null),
            request.query("version", Long::valueOf).orElse(null));
    return Reply.ok(meetings.cancel(request.identity(), meeting(request), wanted));
  }

  private Reply cancel(ApiRequest request) {
    CancelMeeting wanted =
        request.optionalBody(CancelMeeting.class).orElse(new CancelMeeting(null, null, null));
    return Reply.ok(meetings.cancel(request.identity(), meeting(request), wanted));
  }

  private Reply answer(ApiRequest request) {
    return Reply.ok(
        meetings.answer(request.identity(), meeting(request), request.body(AnswerMeeting.class)));
  }

  private Reply close(ApiRequest request) {
    return Reply.ok(
        meetings.close(request.identity(), meeting(request), request.body(CloseMeeting.class)));
  }

  private Reply tell(ApiRequest request) {
    meetings.tell(request.identity(), meeting(request), request.body(NotifyMeeting.class));
    return Reply.nothing();
  }

  private Reply leave(ApiRequest request) {
    meetings.leave(request.identity(), meeting(request));
    return Reply.nothing();
  }

  private static MeetingId meeting(ApiRequest request) {
    return request.path("meetingId", MeetingId::new);
  }

  private static List<UserId> people(String commas) {
    return Stream.of(commas.split(",", -1)).map(UserId::new).toList();
  }

  private static Refusal missing(String parameter) {
    return Refusal.invalid(parameter, parameter + " is missing");
  }
}
