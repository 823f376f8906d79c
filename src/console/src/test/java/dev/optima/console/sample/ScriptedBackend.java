package dev.optima.console.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.optima.console.client.ServerAddress;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.Me;
import dev.optima.protocol.rest.Problem;
import dev.optima.protocol.rest.Providers;
import dev.optima.protocol.rest.SignIn;
import dev.optima.protocol.rest.SignedIn;
import dev.optima.protocol.rest.TeamMembers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A backend for tests and pictures: REST by the JDK's server and signalling by Java-WebSocket's,
/// both in this process on ports of the system's choice. It keeps what it is given and does what it
/// is told.
public final class ScriptedBackend implements AutoCloseable {
  public static final String TOKEN = "a-token";
  public static final String PASSWORD = "correct horse";

  private final HttpServer http;
  private final ScriptedSocket socket;
  private final Me me;
  private final ScriptedPeople people = new ScriptedPeople();
  private final ScriptedMail mail = new ScriptedMail();
  private final ScriptedAudit audit = new ScriptedAudit();
  private final ScriptedRooms rooms = new ScriptedRooms();
  private final ScriptedMeetings meetings = new ScriptedMeetings();
  private final ScriptedCalendar calendar = new ScriptedCalendar();
  private final ScriptedFiles files = new ScriptedFiles();
  private final ScriptedCalls calls;
  private final ScriptedAnalytics analytics = new ScriptedAnalytics();
  private volatile List<TeamMembers.Member> team = Samples.TEAM;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> scripted = new ConcurrentHashMap<>();

  /// What a request is answered with.
  public record Answer(int status, String type, String body) {
    public static Answer problem(int status, ErrorCode code, @Nullable Long retryAfter) {
      Problem problem =
          new Problem(
              "urn:optima:problem:x",
              code.name(),
              status,
              null,
              code,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              retryAfter,
              null,
              null,
              null);
      return new Answer(status, Problem.MEDIA_TYPE, Json.write(problem));
    }

    /// It was changed meanwhile, and is like this now.
    static Answer stale(Meeting now) {
      Problem problem =
          new Problem(
              "urn:optima:problem:stale",
              "stale",
              409,
              null,
              ErrorCode.STALE,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              now);
      return new Answer(409, Problem.MEDIA_TYPE, Json.write(problem));
    }

    public static Answer json(Object body) {
      return new Answer(200, "application/json", Json.write(body));
    }
  }

  private ScriptedBackend(HttpServer http, ScriptedSocket socket, Me me, InstantSource clock) {
    this.http = http;
    this.socket = socket;
    this.me = me;
    calls = new ScriptedCalls(clock, () -> address().http().toString());
  }

  /// Starts it for this person, on this machine's time.
  public static ScriptedBackend start(Me me) throws Exception {
    return start(me, InstantSource.system());
  }

  /// Starts it for this person.
  public static ScriptedBackend start(Me me, InstantSource clock) throws Exception {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ScriptedSocket socket = ScriptedSocket.open(me, clock);
    ScriptedBackend backend = new ScriptedBackend(http, socket, me, clock);
    http.createContext("/", backend::handle);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.start();
    return backend;
  }

  public ServerAddress address() {
    return new ServerAddress(
        URI.create("http://127.0.0.1:" + http.getAddress().getPort()),
        URI.create("ws://127.0.0.1:" + socket.getPort() + "/ws"));
  }

  /// The mail, as the backend has it.
  public ScriptedMail mail() {
    return mail;
  }

  /// The audit log, as the backend has it.
  public ScriptedAudit audit() {
    return audit;
  }

  /// The applicants, as the backend has them.
  public ScriptedPeople people() {
    return people;
  }

  /// What was said.
  public ScriptedRooms rooms() {
    return rooms;
  }

  /// Who is in the team.
  public void team(TeamMembers.Member... members) {
    team = List.of(members);
  }

  /// The meetings, as the backend has them.
  public ScriptedMeetings meetings() {
    return meetings;
  }

  /// What surrounds the meetings.
  public ScriptedCalendar calendar() {
    return calendar;
  }

  /// What was uploaded.
  public ScriptedFiles files() {
    return files;
  }

  public ScriptedSocket socket() {
    return socket;
  }

  public void add(Applicant applicant) {
    people.add(applicant);
  }

  public void add(ChatEntry entry) {
    rooms.add(entry);
  }

  public void add(CallSnapshot call) {
    calls.add(call);
  }

  /// The figures, as the backend counts them.
  public ScriptedAnalytics analytics() {
    return analytics;
  }

  /// The calls, as the backend has them.
  public ScriptedCalls calls() {
    return calls;
  }

  /// Answers `METHOD /path` in this way from now on.
  public void script(String request, Answer answer) {
    scripted.put(request, answer);
  }

  /// Answers `METHOD /path` by itself again.
  public void unscript(String request) {
    scripted.remove(request);
  }

  /// What was asked, as `METHOD /path?query`.
  public List<String> requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String request = exchange.getRequestMethod() + " " + path;
    String query = exchange.getRequestURI().getRawQuery();
    requests.add(query == null ? request : request + "?" + query);
    byte[] sent = exchange.getRequestBody().readAllBytes();
    String body = new String(sent, StandardCharsets.UTF_8);
    Answer answer = scripted.get(request);
    if (answer == null && path.startsWith("/api/attachments/")) {
      answer = files.answer(exchange, path.split("/"), sent);
      if (answer == null) {
        return;
      }
    }
    if (answer == null) {
      try {
        answer = answer(exchange, path.split("/"), query == null ? "" : query, body);
      } catch (JsonRefusal e) {
        answer = Answer.problem(400, ErrorCode.MALFORMED, null);
      }
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Answer answer(HttpExchange exchange, String[] path, String query, String body)
      throws JsonRefusal {
    boolean post = exchange.getRequestMethod().equals("POST");
    String what = path.length > 2 ? path[2] : "";
    if (what.equals("sessions") && path.length == 3 && post) {
      return signIn(Json.read(body, SignIn.class));
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + TOKEN).equals(authorization) && !what.equals("openapi.json")) {
      return Answer.problem(401, ErrorCode.UNAUTHENTICATED, null);
    }
    return switch (what) {
      case "sessions" -> Answer.json(me);
      case "openapi.json" ->
          Answer.json(Map.of("info", Map.of("title", "Optima", "version", "0.1.0")));
      case "applicants" -> people.answer(exchange.getRequestMethod(), path, query, body);
      case "team" -> Answer.json(new TeamMembers(team));
      case "meetings" -> meetings.answer(exchange.getRequestMethod(), path, query, body);
      case "bookings" -> calendar.booking(exchange.getRequestMethod(), path, body);
      case "calendar" -> calendar.answer(exchange.getRequestMethod(), path, body);
      case "mail" -> mail.answer(exchange.getRequestMethod(), path, query, body);
      case "audit" -> audit.answer(query, accept(exchange));
      case "accounts" -> audit.accounts();
      case "rooms" ->
          post && path.length == 5 && path[4].equals("attachments")
              ? files.begin(body)
              : rooms.answer(path, query);
      case "providers" ->
          Answer.json(
              new Providers("direct", true, List.of(new Providers.Provider("direct", null))));
      case "search" -> rooms.search(query);
      case "analytics" -> analytics.answer(CallQuestion.of(query));
      case "video-calls" ->
          calls.answer(
              exchange.getRequestMethod(), path, CallQuestion.of(query), accept(exchange), body);
      default -> Answer.problem(404, ErrorCode.NOT_FOUND, null);
    };
  }

  private static String accept(HttpExchange exchange) {
    String accept = exchange.getRequestHeaders().getFirst("Accept");
    return accept == null ? "" : accept;
  }

  private Answer signIn(SignIn signIn) {
    if (!signIn.password().equals(PASSWORD)) {
      return Answer.problem(401, ErrorCode.BAD_CREDENTIALS, null);
    }
    return Answer.json(
        new SignedIn(
            TOKEN,
            new Account(me.userId(), me.name(), me.email(), me.role(), me.language(), false)));
  }

  /// Stores and delivers what a person says.
  public ChatEntry says(RoomId room, UserId sender, String name, String body, Instant at) {
    ChatEntry entry = Samples.text(room, rooms.last(room) + 1, sender, name, body, at);
    rooms.add(entry);
    return entry;
  }

  @Override
  public void close() throws InterruptedException {
    http.stop(0);
    socket.stop(200);
  }
}
