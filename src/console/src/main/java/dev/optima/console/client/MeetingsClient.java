package dev.optima.console.client;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.FreeSlots;
import dev.optima.protocol.rest.MailPreview;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.MeetingHistory;
import dev.optima.protocol.rest.Meetings;
import dev.optima.protocol.rest.NotifyMeeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// Meetings by REST. Every method waits for the network. A refusal carries in its problem what
/// helps: `conflicts` and `next_free` with code `conflict`, the present `meeting` with `stale`.
public final class MeetingsClient {
  private static final String MEETINGS = "meetings";

  private final HttpExchange http;
  private final ApiClient api;

  MeetingsClient(HttpExchange http, ApiClient api) {
    this.http = http;
    this.api = api;
  }

  /// One page, earliest first.
  ///
  /// @param after where the page before ended, or null for the first
  public Meetings page(MeetingQuery query, @Nullable String after, int limit) throws ApiException {
    HttpUrl.Builder url =
        api.path(MEETINGS)
            .addQueryParameter("from", query.from().toString())
            .addQueryParameter("to", query.to().toString())
            .addQueryParameter("limit", Integer.toString(limit));
    ApiClient.add(
        url, "interviewer", query.interviewer() == null ? null : query.interviewer().value());
    ApiClient.add(url, "cancelled", query.cancelled() ? "true" : null);
    ApiClient.add(url, "after", after);
    return http.send(api.request(url.build()), Meetings.class);
  }

  /// All meetings of one applicant, earliest first.
  public Meetings of(UserId applicant) throws ApiException {
    return http.send(api.to(MEETINGS, applicant.value()), Meetings.class);
  }

  /// A meeting as it is now.
  public Meeting status(MeetingId id) throws ApiException {
    return http.send(to(id, "status"), Meeting.class);
  }

  /// Who changed what, oldest first.
  public MeetingHistory history(MeetingId id) throws ApiException {
    return http.send(to(id, "history"), MeetingHistory.class);
  }

  /// When everybody has time, earliest first.
  public FreeSlots free(FreeQuery query) throws ApiException {
    HttpUrl.Builder url =
        api.path(MEETINGS, "free")
            .addQueryParameter("applicant_id", query.applicant().value())
            .addQueryParameter("duration", Integer.toString(query.durationMinutes()))
            .addQueryParameter("from", query.from().toString())
            .addQueryParameter("limit", Integer.toString(query.limit()))
            .addQueryParameter("time_zone", query.timeZone());
    String interviewers =
        query.interviewers().stream().map(UserId::value).collect(Collectors.joining(","));
    ApiClient.add(url, "interviewer_ids", interviewers);
    return http.send(api.request(url.build()), FreeSlots.class);
  }

  /// Whether everybody has time for it. Changes nothing.
  ///
  /// @param moved the meeting that is to be there from now on; null for a new one
  public MeetingCheck check(ScheduleMeeting plan, @Nullable MeetingId moved) throws ApiException {
    HttpUrl.Builder url = api.path(MEETINGS, "check");
    ApiClient.add(url, "meeting_id", moved == null ? null : moved.value());
    return http.send(api.request(url.build()).post(http.body(plan)), MeetingCheck.class);
  }

  /// The invitation as it would be mailed. Changes nothing.
  ///
  /// @param changed the meeting that is planned anew; null for a new one
  public MailPreview preview(ScheduleMeeting plan, @Nullable MeetingId changed)
      throws ApiException {
    HttpUrl.Builder url = api.path(MEETINGS, "preview");
    ApiClient.add(url, "meeting_id", changed == null ? null : changed.value());
    return http.send(api.request(url.build()).post(http.body(plan)), MailPreview.class);
  }

  /// Plans a meeting; asked again with the same key, the answer is the same meeting.
  public Meeting schedule(ScheduleMeeting plan) throws ApiException {
    return http.send(api.to(MEETINGS, "schedule").post(http.body(plan)), Meeting.class);
  }

  /// Changes a meeting that is at the plan's `version`.
  public Meeting change(MeetingId id, ScheduleMeeting plan) throws ApiException {
    return http.send(to(id).put(http.body(plan)), Meeting.class);
  }

  /// Calls a meeting off.
  public Meeting cancel(MeetingId id, CancelMeeting cancel) throws ApiException {
    return http.send(to(id, "cancel").post(http.body(cancel)), Meeting.class);
  }

  /// Says what became of a meeting, or takes that back.
  public Meeting close(MeetingId id, CloseMeeting outcome) throws ApiException {
    return http.send(to(id, "outcome").post(http.body(outcome)), Meeting.class);
  }

  /// Tells the applicant something about a meeting now.
  public void notify(MeetingId id, NotifyMeeting what) throws ApiException {
    http.send(to(id, "notify").post(http.body(what)));
  }

  /// The way into the room of a meeting, whose call begins with it.
  public JoinTicket join(MeetingId id) throws ApiException {
    return http.send(to(id, "join").post(http.emptyBody()), JoinTicket.class);
  }

  /// Lets the applicant in who waits.
  public Meeting admit(MeetingId id) throws ApiException {
    return http.send(to(id, "admit").post(http.emptyBody()), Meeting.class);
  }

  private Request.Builder to(MeetingId id) {
    return api.to(MEETINGS, id.value());
  }

  private Request.Builder to(MeetingId id, String what) {
    return api.to(MEETINGS, id.value(), what);
  }
}
