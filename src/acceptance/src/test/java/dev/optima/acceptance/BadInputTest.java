package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Office;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.client.Rest;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.SocketPair;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong is refused with its code, and nothing changes.
class BadInputTest {
  private static Site site;
  private static Member recruiter;
  private static Guest applicant;

  @BeforeAll
  static void open() {
    site = Site.open("bad-input");
    recruiter = site.recruiter("Rea Recruiter");
    applicant = site.applicant("Ayşe Yılmaz");
  }

  @AfterAll
  static void close() throws InterruptedException {
    site.close();
  }

  private static ContractSocket team() {
    return ContractSocket.withToken(site.url(), recruiter.token());
  }

  private static ContractSocket guest() {
    return ContractSocket.withCookie(site.url(), applicant.session());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{}",
        "null",
        "{\"type\":\"video_call_request\"}",
        "{\"type\":\"video_call_request\",\"room_id\":null,\"key\":\"k\"}",
        "{\"type\":\"video_call_accept\",\"call_id\":{\"a\":1}}",
        "{\"type\":\"video_call_accept\",\"call_id\":\"../../etc/passwd\"}",
        "{\"type\":\"video_call_response\",\"call_id\":\"c1\",\"action\":\"maybe\"}",
        "{\"type\":\"chat_read\",\"room_id\":\"applicant_x\",\"seq\":\"seven\"}",
        "{\"type\":\"ping\"} trailing",
        "{\"type\":\"chat_send\",\"room_id\":\"r\",\"key\":\"k\",\"body\":\"b\"",
      })
  void whatIsNoMessageIsMalformed(String text) {
    try (ContractSocket socket = team()) {
      socket.sayRaw(text);
      assertThat(socket.await("error").path("code").asText()).isIn("malformed", "invalid");
      socket.settle();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":7}", "{\"type\":\"welcome\"}", "{\"type\":\"Hello\"}"})
  void aTypeThatIsNoneIsUnknown(String text) {
    try (ContractSocket socket = team()) {
      socket.sayRaw(text);
      assertThat(socket.await("error").path("code").asText()).isEqualTo("unknown_type");
      socket.settle();
    }
  }

  @Test
  void anUnknownTypeIsNamed() {
    try (ContractSocket socket = team()) {
      socket.sayRaw("{\"type\":\"video_call_teleport\",\"call_id\":\"c\"}");
      assertThat(socket.await("error").path("code").asText()).isEqualTo("unknown_type");
      socket.settle();
    }
  }

  @Test
  void whoKeepsSendingNonsenseIsClosed() {
    ContractSocket socket = team();
    for (int i = 0; i < 200 && !socket.isClosed(); i++) {
      try {
        socket.sayRaw("nonsense " + i);
      } catch (RuntimeException e) {
        break; // Closed in between: what is wanted.
      }
    }
    assertThat(socket.awaitClose()).isIn(1008, 1002, 1007, 1006);
  }

  @Test
  void aMessageOverSixtyFourKibibytesIsRefused() {
    try (ContractSocket socket = team()) {
      String body = "x".repeat(70_000);
      try {
        socket.say("chat_send", "room_id", applicant.roomId(), "key", "big", "body", body);
      } catch (RuntimeException e) {
        // Closed while it was still being sent: refused all the same.
      }
      assertThat(socket.awaitClose()).isIn(1009, 1006);
    }
    assertThat(messages()).doesNotContain("\"key\":\"big\"");
  }

  private static String messages() {
    return recruiter
        .rest()
        .get("/api/rooms/" + applicant.roomId() + "/messages")
        .expect(200)
        .text();
  }

  @Test
  void nothingIsReadBeforeHello() {
    try (ContractSocket socket = ContractSocket.open(site.url(), Map.of())) {
      socket.say("video_call_request", "room_id", applicant.roomId(), "key", "k");
      socket.awaitClose();
      assertThat(socket.count("video_call_ringing")).isZero();
    }
  }

  @Test
  void whoSaysNoHelloIsClosedAfterFiveSeconds() {
    long start = System.nanoTime();
    try (ContractSocket socket = ContractSocket.open(site.url(), Map.of())) {
      socket.awaitClose();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(4));
  }

  @Test
  void aTokenThatIsNoneIsRefused() {
    try (ContractSocket socket = ContractSocket.open(site.url(), Map.of())) {
      socket.say("hello", "token", "not-a-token");
      assertThat(socket.await("error").path("code").asText()).isEqualTo("unauthenticated");
      socket.awaitClose();
    }
  }

  @Test
  void aForeignOriginIsNotLetIn() {
    Map<String, String> headers =
        Map.of("Cookie", Rest.COOKIE + "=" + applicant.session(), "Origin", "https://evil.example");
    assertThatThrownBy(() -> ContractSocket.open(site.url(), headers).say("hello"))
        .hasStackTraceContaining("403");
  }

  @Test
  void anInvitationIsGoodOnce() {
    URI link = site.invitation("Once Only");
    String path = "/api/invitations/" + Office.code(link);
    Rest nobody = site.office().nobody();
    assertThat(nobody.get(path).expect(200).field("applicant_name")).isEqualTo("Once Only");
    nobody.get(path).expect(200);
    site.office().redeem(link);
    Answer again = nobody.post(path);
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.code()).isEqualTo("invitation_used");
    assertThat(again.cookie(Rest.COOKIE)).isEmpty();
  }

  @Test
  void anInvitationThatIsTooOldIsSaidToBe() throws SQLException {
    String applicantId =
        site.office()
            .addApplicant(site.admin(), "Too Late", Site.email("late"))
            .field("applicant_id");
    URI link = site.office().invite(site.admin(), applicantId);
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + site.data().resolve("optima.db"));
        PreparedStatement age =
            database.prepareStatement(
                "UPDATE invitations SET expires_at = ? WHERE applicant_id = ?")) {
      age.setLong(1, Instant.now().minusSeconds(1).toEpochMilli());
      age.setString(2, applicantId);
      assertThat(age.executeUpdate()).isEqualTo(1);
    }
    String path = "/api/invitations/" + Office.code(link);
    Rest nobody = site.office().nobody();
    for (Answer answer : List.of(nobody.get(path), nobody.post(path))) {
      assertThat(answer.status()).isEqualTo(410);
      assertThat(answer.code()).isEqualTo("invitation_expired");
      assertThat(answer.cookie(Rest.COOKIE)).isEmpty();
    }
  }

  @Test
  void anInvitationThatNobodyMadeIsNotFound() {
    Answer answer = site.office().nobody().post("/api/invitations/AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
  }

  @Test
  void somebodyElsesCallIsNotThere() {
    Guest stranger = site.applicant("A Stranger");
    try (SocketPair pair = SocketPair.of(site, recruiter, site.applicant("Own Call"));
        ContractSocket other = ContractSocket.withCookie(site.url(), stranger.session())) {
      String callId = pair.ring();
      for (String type :
          new String[] {
            "video_call_accept", "video_call_reject", "video_call_end", "video_call_joined"
          }) {
        other.say(type, "call_id", callId);
        assertThat(other.await("error").path("code").asText()).isIn("not_found", "forbidden");
      }
      for (String act : new String[] {"respond", "end", "join"}) {
        Answer answer =
            stranger
                .rest()
                .post("/api/video-calls/" + callId + "/" + act, Map.of("action", "accept"));
        assertThat(answer.status()).as(act).isEqualTo(404);
      }
      assertThat(stranger.rest().get("/api/video-calls/" + callId + "/status").status())
          .isEqualTo(404);
      assertThat(pair.status(callId).path("state").asText()).isEqualTo("RINGING");
      assertThat(pair.status(callId).path("version").asLong()).isEqualTo(1);
      pair.caller().say("video_call_cancel", "call_id", callId);
      pair.awaitEnd(callId);
    }
  }

  @Test
  void anApplicantMayNotRing() {
    try (ContractSocket socket = guest()) {
      socket.say("video_call_request", "room_id", applicant.roomId(), "key", "k");
      assertThat(socket.await("error").path("code").asText()).isEqualTo("forbidden");
    }
    Answer answer =
        applicant
            .rest()
            .post("/api/video-calls/initiate", Map.of("room_id", applicant.roomId(), "key", "k2"));
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void aRecruiterMayNotAnswerForTheApplicant() {
    try (SocketPair pair = SocketPair.of(site, recruiter, site.applicant("Not You"))) {
      String callId = pair.ring();
      pair.caller().say("video_call_accept", "call_id", callId);
      assertThat(pair.caller().await("error").path("code").asText()).isEqualTo("forbidden");
      assertThat(pair.status(callId).path("state").asText()).isEqualTo("RINGING");
      pair.caller().say("video_call_cancel", "call_id", callId);
      pair.awaitEnd(callId);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/applicants, 403|404",
    "GET, /api/rooms/applicant_nobody/messages, 404",
    "GET, /api/video-calls/history/applicant_nobody, 404",
    "POST, /api/accounts, 403|404",
    "POST, /api/applicants, 403|404",
  })
  void anApplicantSeesOnlyTheirOwn(String method, String path, String statuses) {
    String body =
        """
        {"email":"a@example.org","name":"A","role":"admin","password":"long enough it is",
         "language":"en","time_zone":"Europe/London"}""";
    Answer answer =
        method.equals("GET")
            ? applicant.rest().get(path)
            : applicant.rest().send(path, method, body);
    assertThat(statuses.split("\\|")).contains(String.valueOf(answer.status()));
    assertThat(site.office().nobody().get("/api/applicants").status()).isEqualTo(401);
  }

  @Test
  void anApplicantsListOfCallsHasOnlyTheirOwn() {
    Guest stranger = site.applicant("A Stranger");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant)) {
      String callId = pair.ring();
      pair.caller().say("video_call_cancel", "call_id", callId);
      pair.awaitEnd(callId);
    }
    assertThat(stranger.rest().get("/api/video-calls").text()).doesNotContain("Ayşe");
    assertThat(applicant.rest().get("/api/video-calls").text()).contains("Ayşe");
  }

  @Test
  void onlyAnAdministratorMakesAccounts() {
    Answer answer =
        recruiter
            .rest()
            .post(
                "/api/accounts",
                Map.of(
                    "email", "x@example.org",
                    "name", "X",
                    "role", "admin",
                    "password", "long enough it is"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("forbidden");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/sessions | {\"email\":\"x\"} | 400",
        "/api/sessions | nonsense | 400",
        "/api/sessions | {\"email\":\"nobody@example.org\",\"password\":\"wrong wrong\"} | 401",
        "/api/applicants | {\"name\":\"\",\"email\":\"e@example.org\",\"language\":\"en\",\"time_zone\":\"Europe/London\"} | 400",
        "/api/applicants | {\"name\":\"N\",\"email\":\"not an address\",\"language\":\"en\",\"time_zone\":\"Europe/London\"} | 400",
        "/api/applicants | {\"name\":\"N\",\"email\":\"e@example.org\",\"language\":\"en\",\"time_zone\":\"Mars/Base\"} | 400",
        "/api/video-calls/initiate | {\"room_id\":\"applicant_nobody\",\"key\":\"k\"} | 404",
        "/api/no-such-thing | {} | 404",
      })
  void aBadRequestIsAProblemWithACode(String path, String body, int status) {
    Answer answer = recruiter.rest().send(path, "POST", body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = answer.body();
    assertThat(problem.path("code").asText()).isNotEmpty();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
  }

  @Test
  void signingOutClosesTheSockets() {
    Member leaving = site.recruiter("Leaving Soon");
    try (ContractSocket socket = ContractSocket.withToken(site.url(), leaving.token())) {
      leaving.rest().delete("/api/sessions/current").expect(204);
      socket.awaitClose();
      assertThat(leaving.rest().get("/api/sessions/current").status()).isEqualTo(401);
    }
  }
}
