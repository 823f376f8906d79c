package dev.optima.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.Applicants;
import dev.optima.protocol.rest.CallList;
import dev.optima.protocol.rest.ImportApplicants;
import dev.optima.protocol.rest.ImportReport;
import dev.optima.protocol.rest.Invitation;
import dev.optima.protocol.rest.Me;
import dev.optima.protocol.rest.MessageList;
import dev.optima.protocol.rest.NewApplicant;
import dev.optima.protocol.rest.Preferences;
import dev.optima.protocol.rest.Room;
import dev.optima.protocol.rest.SignIn;
import dev.optima.protocol.rest.SignedIn;
import dev.optima.protocol.rest.TeamMembers;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// The backend's REST interface, for one person. Every method waits for the network and therefore
/// refuses to run on the FX thread.
public final class ApiClient {
  private final HttpExchange http;
  private final HttpUrl api;
  private final @Nullable String token;

  private ApiClient(HttpExchange http, HttpUrl api, @Nullable String token) {
    this.http = http;
    this.api = api;
    this.token = token;
  }

  /// A client of nobody yet, who may only sign in.
  public static ApiClient anonymous(HttpExchange http, ServerAddress server) {
    HttpUrl base = HttpUrl.get(server.http().toString());
    return new ApiClient(http, base.newBuilder().addPathSegment("api").build(), null);
  }

  /// The same backend, as the person of this session token.
  public ApiClient as(String sessionToken) {
    return new ApiClient(http, api, sessionToken);
  }

  /// Signs in by e-mail and password.
  public SignedIn signIn(String email, String password) throws ApiException {
    return http.send(to("sessions").post(http.body(new SignIn(email, password))), SignedIn.class);
  }

  /// Ends the session, here and in the backend.
  public void signOut() throws ApiException {
    http.send(to("sessions", "current").delete());
  }

  public Me me() throws ApiException {
    return http.send(to("sessions", "current"), Me.class);
  }

  /// Tells the backend one's own language, for what it writes.
  public void prefer(Preferences preferences) throws ApiException {
    http.send(to("sessions", "current").patch(http.body(preferences)));
  }

  /// One page of applicants, newest activity first.
  ///
  /// @param after where the page before ended, or null for the first
  public Applicants applicants(ApplicantQuery query, @Nullable String after, int limit)
      throws ApiException {
    HttpUrl.Builder url = path("applicants").addQueryParameter("limit", Integer.toString(limit));
    add(url, "q", query.words());
    add(url, "stage", stages(query));
    add(url, "unread", query.unread() ? "true" : null);
    add(url, "archived", query.archived() ? "true" : null);
    add(url, "after", after);
    return http.send(request(url.build()), Applicants.class);
  }

  private static String stages(ApplicantQuery query) {
    return query.stages().stream()
        .sorted()
        .map(stage -> stage.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(","));
  }

  /// Changes what is not null.
  public Applicant change(UserId id, ApplicantChange change) throws ApiException {
    return http.send(to("applicants", id.value()).patch(http.body(change)), Applicant.class);
  }

  public Applicant applicant(UserId id) throws ApiException {
    return http.send(to("applicants", id.value()), Applicant.class);
  }

  public Applicant create(NewApplicant applicant) throws ApiException {
    return http.send(to("applicants").post(http.body(applicant)), Applicant.class);
  }

  /// Adds applicants, or only says what would be added.
  public ImportReport importApplicants(ImportApplicants asked) throws ApiException {
    return http.send(to("applicants", "import").post(http.body(asked)), ImportReport.class);
  }

  /// Mail.
  public MailClient mail() {
    return new MailClient(
        http,
        new MailClient.Requests() {
          @Override
          public HttpUrl.Builder path(String... segments) {
            return ApiClient.this.path(segments);
          }

          @Override
          public Request.Builder request(HttpUrl url) {
            return ApiClient.this.request(url);
          }
        });
  }

  /// Recordings and transcripts.
  public RecordingClient recordings() {
    return new RecordingClient(http, this::to);
  }

  /// A new link for one use.
  public Invitation invite(UserId applicant) throws ApiException {
    return http.send(
        to("applicants", applicant.value(), "invitations").post(http.emptyBody()),
        Invitation.class);
  }

  /// The newest messages of a room.
  public MessageList latest(RoomId room, int limit) throws ApiException {
    return messages(room, null, null, limit);
  }

  /// What was said after `seq`.
  public MessageList after(RoomId room, long seq, int limit) throws ApiException {
    return messages(room, Long.toString(seq), null, limit);
  }

  /// What was said before `seq`.
  public MessageList before(RoomId room, long seq, int limit) throws ApiException {
    return messages(room, null, Long.toString(seq), limit);
  }

  private MessageList messages(
      RoomId room, @Nullable String after, @Nullable String before, int limit) throws ApiException {
    HttpUrl.Builder url =
        path("rooms", room.value(), "messages").addQueryParameter("limit", Integer.toString(limit));
    add(url, "after", after);
    add(url, "before", before);
    return http.send(request(url.build()), MessageList.class);
  }

  /// How far one has read a room oneself.
  public Room room(RoomId room) throws ApiException {
    return http.send(to("rooms", room.value()), Room.class);
  }

  /// The rest of the chat: changes, search, files.
  public ChatClient chat() {
    return new ChatClient(http, this);
  }

  /// Who of the team may lead an interview.
  public TeamMembers team() throws ApiException {
    return http.send(to("team"), TeamMembers.class);
  }

  /// Meetings.
  public MeetingsClient meetings() {
    return new MeetingsClient(http, this);
  }

  /// What carries the calls.
  public ProvidersClient providers() {
    return new ProvidersClient(http, this);
  }

  /// What surrounds the meetings.
  public CalendarClient calendar() {
    return new CalendarClient(http, this);
  }

  /// Where a call stands.
  public CallSnapshot status(CallId call) throws ApiException {
    return http.send(to("video-calls", call.value(), "status"), CallSnapshot.class);
  }

  /// Hangs up; the way when signalling is down.
  public CallSnapshot end(CallId call) throws ApiException {
    return http.send(
        to("video-calls", call.value(), "end").post(http.emptyBody()), CallSnapshot.class);
  }

  /// A new ticket to a live call.
  public JoinTicket join(CallId call) throws ApiException {
    return http.send(
        to("video-calls", call.value(), "join").post(http.emptyBody()), JoinTicket.class);
  }

  /// The calls of a room, newest first.
  public CallList history(RoomId room, @Nullable String before, int limit) throws ApiException {
    HttpUrl.Builder url =
        path("video-calls", "history", room.value())
            .addQueryParameter("limit", Integer.toString(limit));
    add(url, "before", before);
    return http.send(request(url.build()), CallList.class);
  }

  /// The team's calls.
  public CallsClient callRecords() {
    return new CallsClient(http, this);
  }

  /// Figures of calls and meetings.
  public AnalyticsClient analytics() {
    return new AnalyticsClient(http, this);
  }

  /// Who did what, for administrators.
  public AuditClient audit() {
    return new AuditClient(http, this);
  }

  /// The version that the backend says it has, if it says so.
  public Optional<String> version() throws ApiException {
    JsonNode contract = http.send(to("openapi.json"), JsonNode.class);
    return Optional.ofNullable(contract.path("info").path("version").textValue());
  }

  HttpUrl.Builder path(String... segments) {
    HttpUrl.Builder url = api.newBuilder();
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url;
  }

  Request.Builder to(String... segments) {
    return request(path(segments).build());
  }

  Request.Builder request(HttpUrl url) {
    Request.Builder request = new Request.Builder().url(url);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  static void add(HttpUrl.Builder url, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      url.addQueryParameter(name, value);
    }
  }
}
