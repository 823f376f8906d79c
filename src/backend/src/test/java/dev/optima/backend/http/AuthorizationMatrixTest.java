package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route of the contract for every kind of person. What is not listed here fails.
class AuthorizationMatrixTest {

  /// Who asks, and what a route answers them: in this order.
  private static final List<String> WHO =
      List.of("nobody", "revoked", "foreign applicant", "own applicant", "recruiter", "admin");

  /// method, path, body (of a GET the query); then the status for each of [#WHO].
  private static final List<Route> MATRIX =
      List.of(
          route(
              "POST /sessions",
              "{\"email\":\"x@y.z\",\"password\":\"x\"}",
              "401 401 401 401 401 401"),
          route("GET /sessions/current", "", "401 401 200 200 200 200"),
          route("PATCH /sessions/current", "{\"language\":\"en\"}", "401 401 200 200 200 200"),
          route("DELETE /sessions/current", "", "401 401 204 204 204 204"),
          route("GET /team", "", "401 401 403 403 200 200"),
          route("GET /accounts", "", "401 401 403 403 403 200"),
          route(
              "POST /accounts",
              "{\"email\":\"x\",\"name\":\"x\",\"role\":\"recruiter\",\"password\":\"12345678\"}",
              "401 401 403 403 403 400"),
          route("PATCH /accounts/{accountId}", "{\"name\":\"Other\"}", "401 401 403 403 403 200"),
          route("GET /applicants", "", "401 401 403 403 200 200"),
          route(
              "POST /applicants",
              "{\"name\":\"A\",\"email\":\"a@b.c\",\"language\":\"tr\",\"time_zone\":\"Europe/Istanbul\"}",
              "401 401 403 403 201 201"),
          route(
              "POST /applicants/import",
              "{\"csv\":\"name,email\",\"dry_run\":true,\"language\":\"tr\",\"time_zone\":\"UTC\"}",
              "401 401 403 403 200 200"),
          route("GET /applicants/{applicantId}", "", "401 401 404 404 200 200"),
          route("PATCH /applicants/{applicantId}", "{\"name\":\"A\"}", "401 401 404 404 200 200"),
          route("POST /applicants/{applicantId}/invitations", "", "401 401 404 404 201 201"),
          route(
              "GET /applicants/{applicantId}/mail-preview?kind=missed_call",
              "",
              "401 401 404 404 200 200"),
          route("GET /push/key", "", "401 401 200 200 200 200"),
          route(
              "POST /push/subscriptions",
              "{\"endpoint\":\"https://fcm.googleapis.com/fcm/send/x\",\"keys\":{\"p256dh\":"
                  + "\"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4\","
                  + "\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}}",
              "401 401 204 204 403 403"),
          route(
              "DELETE /push/subscriptions?endpoint=https://fcm.googleapis.com/fcm/send/x",
              "",
              "401 401 204 204 403 403"),
          route("POST /mail/test", "{\"to\":\"a@b.c\"}", "401 401 403 403 403 409"),
          route("GET /audit", "act=signed_in&q=x", "401 401 403 403 403 200"),
          route("GET /mail/outbox", "", "401 401 403 403 403 200"),
          route("POST /mail/outbox/{mailId}/retry", "", "401 401 403 403 403 409"),
          route("DELETE /mail/outbox/{mailId}", "", "401 401 403 403 403 404"),
          route("GET /invitations/{code}", "", "200 200 200 200 200 200"),
          route("POST /invitations/{code}", "", "410 410 410 410 410 410"),
          route("GET /rooms/{roomId}", "", "401 401 404 200 200 200"),
          route("GET /rooms/{roomId}/messages", "", "401 401 404 200 200 200"),
          route(
              "POST /rooms/{roomId}/messages",
              "{\"key\":\"k-{who}\",\"body\":\"hello\"}",
              "401 401 404 201 201 201"),
          route("GET /rooms/{roomId}/messages/{messageId}", "", "401 401 404 200 200 200"),
          route("POST /rooms/{roomId}/call-me", "{\"key\":\"me\"}", "401 401 404 201 403 403"),
          route(
              "POST /rooms/{roomId}/attachments",
              "{\"name\":\"a.txt\",\"size\":1}",
              "401 401 404 201 201 201"),
          // A file that the recruiter sent into the chat.
          route("GET /attachments/{attachmentId}", "", "401 401 404 404 200 404"),
          route("PATCH /attachments/{attachmentId}", "bytes", "401 401 404 404 409 404"),
          route("DELETE /attachments/{attachmentId}", "", "401 401 404 404 409 404"),
          route("GET /attachments/{attachmentId}/content", "", "401 401 404 200 200 200"),
          route("GET /attachments/{attachmentId}/preview", "", "401 401 404 200 200 200"),
          route("POST /rooms/{roomId}/read", "{\"seq\":1}", "401 401 404 204 204 204"),
          route("GET /search", "q=x", "401 401 200 200 200 200"),
          route("POST /meetings/schedule", meeting("{who}", 9), "401 401 403 403 201 409"),
          route("POST /meetings/check", meeting("{who}", 9), "401 401 403 403 200 200"),
          route(
              "GET /meetings/free",
              "applicant_id={applicantId}&duration=30&time_zone=UTC",
              "401 401 403 403 200 200"),
          route("GET /meetings", "cancelled=true", "401 401 403 403 200 200"),
          // Of this path the GET asks for the meetings of an applicant, whose id it has.
          route("GET /meetings/{meetingId}", "", "401 401 404 404 404 404"),
          route("PUT /meetings/{meetingId}", unseen("m", 1), "401 401 403 403 409 409"),
          route("GET /meetings/{meetingId}/status", "", "401 401 404 200 200 200"),
          route("POST /calendar/feed", "", "401 401 403 403 201 201"),
          route("GET /calendar/feed", "", "401 401 403 403 200 200"),
          route("DELETE /calendar/feed", "", "401 401 403 403 204 204"),
          // Never connected to: it lies inside the own network.
          route(
              "PUT /calendar/external",
              "{\"kind\":\"ics\",\"url\":\"http://127.0.0.1:1/x.ics\"}",
              "401 401 403 403 200 200"),
          route("GET /calendar/external", "", "401 401 403 403 200 200"),
          route("DELETE /calendar/external", "", "401 401 403 403 204 204"),
          route(
              "GET /calendar/busy",
              "from=2030-01-01T00:00:00Z&to=2030-02-01T00:00:00Z",
              "401 401 403 403 200 200"),
          route(
              "GET /analytics/calls",
              "from=2030-01-01T00:00:00Z&to=2030-02-01T00:00:00Z",
              "401 401 403 403 200 200"),
          route("POST /meetings/preview", meeting("p", 3), "401 401 403 403 200 200"),
          route("GET /meetings/{meetingId}/calendar.ics", "", "401 401 404 200 200 200"),
          // The seal of this link is none of ours; who has no session needs no other.
          route("GET /meeting-links/{token}", "", "410 410 410 410 410 410"),
          route(
              "POST /meeting-links/{token}/answer",
              "{\"answer\":\"accepted\"}",
              "410 410 410 410 410 410"),
          route("POST /meeting-links/{token}/cancel", "{}", "410 410 410 410 410 410"),
          route("GET /meeting-links/{token}/calendar.ics", "", "410 410 410 410 410 410"),
          route("GET /meetings/{meetingId}/history", "", "401 401 403 403 200 200"),
          route(
              "POST /meetings/{meetingId}/answer",
              "{\"answer\":\"accepted\"}",
              "401 401 404 200 403 403"),
          route(
              "POST /meetings/{meetingId}/notify",
              "{\"kind\":\"reminder\"}",
              "401 401 403 403 204 204"),
          route(
              "POST /meetings/{meetingId}/outcome",
              "{\"outcome\":\"completed\"}",
              "401 401 403 403 409 409"),
          route("POST /meetings/{meetingId}/cancel", "{\"version\":0}", "401 401 404 409 409 409"),
          route("DELETE /meetings/{meetingId}?version=0", "", "401 401 404 409 409 409"),
          route("POST /meetings/{meetingId}/admit", "", "401 401 403 403 200 403"),
          route("DELETE /meetings/{meetingId}/knock", "", "401 401 404 204 403 403"),
          route("POST /meetings/{meetingId}/join", "", "401 401 404 409 409 403"),
          route("GET /bookings", "applicant_id={applicantId}", "401 401 403 403 200 200"),
          route("POST /bookings", booking("{who}"), "401 401 403 403 201 201"),
          route("DELETE /bookings/{bookingId}", "", "401 401 403 403 204 204"),
          // Public: who has the code may; here nobody has.
          route("GET /booking-links/{code}", "", "404 404 404 404 404 404"),
          route(
              "POST /booking-links/{code}/hold",
              "{\"start\":\"2030-01-01T10:00:00Z\"}",
              "404 404 404 404 404 404"),
          route(
              "POST /booking-links/{code}/confirm",
              "{\"start\":\"2030-01-01T10:00:00Z\"}",
              "404 404 404 404 404 404"),
          route("GET /booking-links/{code}/calendar.ics", "", "404 404 404 404 404 404"),
          // Where no secret is set there is nothing, and a session is none of their secrets.
          route("POST /hooks/jaas", "{}", "404 404 404 404 404 404"),
          route("POST /hooks/jitsi/events/{subject}/{happened}", "{}", "404 404 404 404 404 404"),
          route("POST /hooks/jitsi/conference", "", "404 404 404 404 404 404"),
          route("GET /hooks/jitsi/conference/{conferenceId}", "", "404 404 404 404 404 404"),
          route("DELETE /hooks/jitsi/conference/{conferenceId}", "", "404 404 404 404 404 404"),
          route("GET /video-calls", "", "401 401 200 200 200 200"),
          route("GET /video-calls/report", "language=tr", "401 401 403 403 200 200"),
          route(
              "POST /video-calls/initiate",
              "{\"room_id\":\"{roomId}\",\"key\":\"m-{who}\"}",
              "401 401 403 403 409 409"),
          route("GET /video-calls/history/{roomId}", "", "401 401 404 200 200 200"),
          route("GET /video-calls/{callId}/status", "", "401 401 404 200 200 200"),
          route(
              "POST /video-calls/{callId}/respond",
              "{\"action\":\"accept\"}",
              "401 401 404 409 403 403"),
          route("POST /video-calls/{callId}/cancel", "", "401 401 404 403 403 403"),
          route("POST /video-calls/{callId}/end", "", "401 401 404 409 403 409"),
          route("POST /video-calls/{callId}/join", "", "401 401 404 409 403 403"),
          route("GET /video-calls/live", "", "401 401 403 403 200 200"),
          // It is over.
          route("POST /video-calls/{callId}/interview", "", "401 401 403 403 409 409"),
          // Of the team only whoever is in the call asks a colleague.
          route(
              "POST /video-calls/{callId}/invite",
              "{\"user_id\":\"{accountId}\"}",
              "401 401 403 403 403 403"),
          route("GET /video-calls/{callId}/details", "", "401 401 403 403 200 200"),
          route("GET /video-calls/{callId}/recording", "", "401 401 404 200 200 200"),
          route(
              "GET /video-calls/{callId}/recording/text", "language=tr", "401 401 404 200 200 200"),
          // Of the team only whoever is in the call asks, and says what its media server does.
          route("POST /video-calls/{callId}/recording/ask", "", "401 401 404 403 403 403"),
          route(
              "POST /video-calls/{callId}/recording/consent",
              "{\"given\":true,\"text_version\":\"1\",\"language\":\"tr\"}",
              "401 401 404 409 403 403"),
          route(
              "POST /video-calls/{callId}/recording/news",
              "{\"on\":true}",
              "401 401 404 403 403 403"),
          route("GET /video-calls/{callId}/recording/history", "", "401 401 404 403 200 200"),
          route("GET /video-calls/{callId}/quality", "", "401 401 404 403 200 200"),
          route("GET /video-calls/{callId}/transcript", "", "401 401 404 403 200 200"),
          route(
              "POST /video-calls/{callId}/transcript", "{\"lines\":[]}", "401 401 404 403 403 403"),
          route("POST /video-calls/{callId}/fallback", "", "401 401 404 409 403 403"),
          route("GET /providers", "", "401 401 403 403 200 200"),
          route("POST /providers/{name}/test", "", "401 401 403 403 403 200"));

  @TempDir private static Path directory;
  private static Backend backend;
  private static final Map<String, String> PLACES = new HashMap<>();

  private record Route(String operation, String body, List<Integer> statuses) {
    @Override
    public String toString() {
      return operation;
    }
  }

  private static Route route(String operation, String body, String statuses) {
    return new Route(
        operation, body, List.of(statuses.split(" ")).stream().map(Integer::valueOf).toList());
  }

  private static String meeting(String key, int days) {
    return """
    {"key":"%s","applicant_id":"{applicantId}","scheduled_time":"%s","duration_minutes":30,
     "title":"First interview","time_zone":"Europe/Istanbul"}\
    """
        .formatted(key, Instant.now().plus(days, ChronoUnit.DAYS));
  }

  /// A change of a version that is not there.
  private static String unseen(String key, int days) {
    return meeting(key, days).replace("{\"key\"", "{\"version\":99,\"key\"");
  }

  private static String booking(String key) {
    return """
    {"key":"%s","applicant_id":"{applicantId}","title":"First interview","duration_minutes":30,
     "time_zone":"Europe/Istanbul","rule":{"days":["monday"],"from":"09:00","to":"12:00",
     "buffer_minutes":0,"notice_hours":2,"daily_cap":3,"days_ahead":14}}\
    """
        .formatted(key);
  }

  static List<Route> routes() {
    return MATRIX;
  }

  @BeforeAll
  static void start() throws Exception {
    backend = new Backend(directory);
    backend.account("admin@x.org", Role.ADMIN);
    backend.account("rec@x.org", Role.RECRUITER);
    UserId spare = backend.account("spare@x.org", Role.RECRUITER);
    String recruiter = backend.signIn("rec@x.org");
    String own = backend.applicant(recruiter, "Own");
    String foreign = backend.applicant(recruiter, "Foreign");
    PLACES.put("name", "direct");
    PLACES.put("accountId", spare.value());
    PLACES.put("applicantId", own);
    PLACES.put("foreign", foreign);
    PLACES.put("mailId", "none");
    PLACES.put("subject", "room");
    PLACES.put("happened", "created");
    PLACES.put("conferenceId", "optima-call-1");
    PLACES.put("token", "m.9999999999.seal");
    PLACES.put("roomId", RoomId.of(new UserId(own)).value());
    backend.account("caller@x.org", Role.RECRUITER);
    HttpResponse<String> missed =
        backend.post(
            "/api/video-calls/initiate",
            backend.signIn("caller@x.org"),
            "{\"room_id\":\"" + PLACES.get("roomId") + "\",\"key\":\"k\"}");
    PLACES.put("callId", Backend.field(missed, "call_id"));
    PLACES.put("attachmentId", backend.sentPicture(recruiter, PLACES.get("roomId")));
    HttpResponse<String> said =
        backend.post(
            "/api/rooms/" + PLACES.get("roomId") + "/messages",
            recruiter,
            "{\"key\":\"k\",\"body\":\"b\"}");
    PLACES.put("messageId", Backend.field(said, "message_id"));
    HttpResponse<String> planned =
        backend.post("/api/meetings/schedule", recruiter, fill(meeting("first", 2), ""));
    PLACES.put("meetingId", Backend.field(planned, "meeting_id"));
    String used = backend.invite(recruiter, own);
    backend.redeem(used);
    PLACES.put("used", used);
    HttpResponse<String> booking =
        backend.post("/api/bookings", recruiter, fill(booking("b"), "recruiter"));
    PLACES.put("bookingId", Backend.field(booking, "booking_id"));
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  @Test
  void everyRouteOfTheContractIsInTheMatrix() throws Exception {
    JsonNode paths =
        Json.MAPPER.readTree(backend.get("/api/openapi.json", "").body()).path("paths");
    var routes = new TreeSet<String>();
    paths
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (!method.equals("parameters")) {
                            routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));

    assertThat(MATRIX.stream().map(route -> route.operation().replaceFirst("\\?.*", "")))
        .containsExactlyInAnyOrderElementsOf(routes);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void eachGetsWhatIsTheirs(Route route) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < WHO.size(); i++) {
      String who = WHO.get(i);
      HttpResponse<String> answer = ask(route, who);
      if (answer.statusCode() != route.statuses().get(i)) {
        wrong.add(who + ": " + answer.statusCode() + " " + answer.body());
      }
      if (answer.statusCode() >= 400) {
        assertThat(answer.headers().firstValue("Content-Type"))
            .contains("application/problem+json");
      }
    }
    assertThat(wrong).as(route.operation()).isEmpty();
  }

  private static HttpResponse<String> ask(Route route, String who) throws Exception {
    String[] parts = route.operation().split(" ", -1);
    String code =
        parts[0].equals("POST") ? place("used") : backend.invite(recruiter(), place("applicantId"));
    String path = fill(parts[1].replace("{code}", code), who);
    if (route.operation().startsWith("PATCH /attachments")) {
      return backend.append(place("attachmentId"), token(who), 0, new byte[] {1});
    }
    if (parts[0].equals("GET") && !route.body().isEmpty()) {
      return backend.get("/api" + path + "?" + fill(route.body(), who), token(who));
    }
    return backend.send(parts[0], "/api" + path, token(who), fill(route.body(), who));
  }

  private static String fill(String text, String who) {
    String filled = text.replace("{who}", who.replace(' ', '-'));
    for (Map.Entry<String, String> place : PLACES.entrySet()) {
      filled = filled.replace("{" + place.getKey() + "}", place.getValue());
    }
    return filled;
  }

  /// A fresh session each time, so that signing out harms nobody.
  private static String token(String who) throws Exception {
    return switch (who) {
      case "nobody" -> "";
      case "revoked" -> {
        String token = recruiter();
        backend.send("DELETE", "/api/sessions/current", token, "");
        yield token;
      }
      case "foreign applicant" -> backend.redeem(backend.invite(recruiter(), place("foreign")));
      case "own applicant" -> backend.redeem(backend.invite(recruiter(), place("applicantId")));
      case "recruiter" -> recruiter();
      default -> session("admin@x.org", Role.ADMIN);
    };
  }

  private static String recruiter() {
    return session("rec@x.org", Role.RECRUITER);
  }

  /// A session without a password, which would take its time.
  private static String session(String email, Role role) {
    UserId user = new UserId("acc-" + email.replaceAll("[^a-z0-9]", "-"));
    return backend.session(user, role);
  }

  private static String place(String name) {
    return PLACES.getOrDefault(name, "");
  }
}
