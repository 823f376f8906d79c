package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What REST answers, good and bad.
class RestTest {
  @TempDir private static Path directory;
  private static Backend backend;
  private static String recruiter;

  @BeforeAll
  static void start() throws Exception {
    backend = new Backend(directory);
    backend.account("rec@x.org", Role.RECRUITER);
    recruiter = backend.signIn("rec@x.org");
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  @Test
  void anInvitationLeadsIn() throws Exception {
    String applicant = backend.applicant(recruiter, "Ayşe Yılmaz");
    String code = backend.invite(recruiter, applicant);

    JsonNode info = json(backend.get("/api/invitations/" + code, ""), 200);
    assertThat(info.path("inviter_name").asText()).isEqualTo("Person rec@x.org");
    assertThat(info.path("applicant_name").asText()).isEqualTo("Ayşe Yılmaz");

    HttpResponse<String> redeemed = backend.post("/api/invitations/" + code, "", "");
    assertThat(json(redeemed, 201).path("room_id").asText()).isEqualTo("applicant_" + applicant);
    assertThat(redeemed.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("optima_session=ost_")
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/")
        .doesNotContain("Secure");

    HttpResponse<String> me =
        backend.send(
            backend
                .request("/api/sessions/current", "")
                .header("Cookie", "optima_session=" + Backend.cookie(redeemed)));
    assertThat(json(me, 200).path("role").asText()).isEqualTo("applicant");
    assertThat(json(me, 200).path("time_zone").asText()).isEqualTo("Europe/Istanbul");

    assertProblem(backend.get("/api/invitations/" + code, ""), 410, "invitation_used");
    assertProblem(backend.post("/api/invitations/" + code, "", ""), 410, "invitation_used");
    assertProblem(backend.get("/api/invitations/AAAAAAAAAAAAAAAAAAAAAA", ""), 404, "not_found");
  }

  @Test
  void theTeamKnowsWhoMayLeadAnInterview() throws Exception {
    String gone = backend.account("gone@x.org", Role.RECRUITER).value();
    backend.account("admin@x.org", Role.ADMIN);
    String admin = backend.signIn("admin@x.org");
    backend.send("PATCH", "/api/accounts/" + gone, admin, "{\"disabled\":true}");

    JsonNode members = json(backend.get("/api/team", recruiter), 200).path("members");
    assertThat(members.findValuesAsText("name"))
        .containsExactly("Person admin@x.org", "Person rec@x.org");
    assertThat(members.get(0).properties().stream().map(Map.Entry::getKey))
        .as("no more is told of a colleague")
        .containsExactlyInAnyOrder("user_id", "name");
  }

  @Test
  void applicantsAreFoundChangedAndPaged() throws Exception {
    String first = backend.applicant(recruiter, "Çağla İnce");
    backend.applicant(recruiter, "Çağlar İnce");
    JsonNode found = json(backend.get("/api/applicants?q=cagla%20ince", recruiter), 200);
    assertThat(found.path("applicants")).hasSize(1);
    assertThat(found.path("applicants").get(0).path("applicant_id").asText()).isEqualTo(first);

    JsonNode page = json(backend.get("/api/applicants?q=ince&limit=1", recruiter), 200);
    assertThat(page.path("applicants")).hasSize(1);
    JsonNode next =
        json(
            backend.get(
                "/api/applicants?q=ince&limit=1&after=" + page.path("next").asText(), recruiter),
            200);
    assertThat(next.path("applicants")).hasSize(1);
    assertThat(next.path("applicants").get(0)).isNotEqualTo(page.path("applicants").get(0));
    assertThat(next.has("next")).isFalse();

    JsonNode changed =
        json(
            backend.send(
                "PATCH",
                "/api/applicants/" + first,
                recruiter,
                "{\"position\":\"Designer\",\"phone\":\"\"}"),
            200);
    assertThat(changed.path("position").asText()).isEqualTo("Designer");
    assertThat(changed.path("name").asText()).isEqualTo("Çağla İnce");
    assertThat(json(backend.get("/api/applicants?q=designer", recruiter), 200).path("applicants"))
        .hasSize(1);
  }

  @Test
  void theListOfApplicantsIsFiltered() throws Exception {
    String one = backend.applicant(recruiter, "Filtered One");
    String two = backend.applicant(recruiter, "Filtered Two");
    String list = "/api/applicants?q=filtered";
    String archive = "{\"archived\":true,\"version\":1}";
    JsonNode gone = json(backend.send("PATCH", "/api/applicants/" + two, recruiter, archive), 200);
    assertThat(gone.has("archived_at")).isTrue();
    assertProblem(
        backend.send("PATCH", "/api/applicants/" + two, recruiter, archive), 409, "stale");
    assertThat(ids(list)).containsExactly(one);
    assertThat(ids(list + "&archived=true")).containsExactly(two);
    assertThat(ids(list + "&stage=new,offer")).containsExactly(one);
    assertThat(ids(list + "&stage=offer")).isEmpty();
    assertThat(ids(list + "&unread=true")).isEmpty();
    assertProblem(backend.get(list + "&stage=new,boss", recruiter), 400, "invalid");
    assertProblem(backend.get(list + "&archived=maybe", recruiter), 400, "invalid");
  }

  private static List<String> ids(String path) throws Exception {
    JsonNode applicants = json(backend.get(path, recruiter), 200).path("applicants");
    return applicants.findValuesAsText("applicant_id");
  }

  @Test
  void aFileOfApplicantsMayBeLargerThanOtherBodies() throws Exception {
    String row = "Name,someone-%d@example.net," + "p".repeat(180) + "\\n";
    var csv = new StringBuilder("name,email,position\\n");
    for (int i = 0; i < 2_000; i++) {
      csv.append(row.formatted(i));
    }
    String body =
        "{\"csv\":\"%s\",\"dry_run\":true,\"language\":\"tr\",\"time_zone\":\"Europe/Istanbul\"}";
    JsonNode report =
        json(backend.post("/api/applicants/import", recruiter, body.formatted(csv)), 200);
    assertThat(report.path("added").asInt()).isEqualTo(2_000);
    assertProblem(
        backend.post("/api/applicants/import", recruiter, body.formatted("x".repeat(1024 * 1024))),
        413,
        "too_large");
    assertProblem(
        backend.post("/api/applicants", recruiter, body.formatted(csv)), 413, "too_large");
    assertProblem(
        backend.post("/api/applicants/import", recruiter, body.formatted("a,b")), 400, "invalid");
  }

  @Test
  void theTeamsRoomIsNotThereForTheApplicant() throws Exception {
    String applicant = backend.applicant(recruiter, "Kept out");
    String token = backend.redeem(backend.invite(recruiter, applicant));
    String room = "/api/rooms/team_" + applicant;
    JsonNode said =
        json(
            backend.post(room + "/messages", recruiter, "{\"key\":\"k\",\"body\":\"secret\"}"),
            201);
    String message = room + "/messages/" + said.path("message_id").asText();
    assertThat(json(backend.get(message, recruiter), 200).path("body").asText())
        .isEqualTo("secret");
    for (String path :
        List.of(
            room,
            room + "/messages",
            room + "/messages?changes_after=0",
            message,
            "/api/rooms/applicant_" + applicant + message.substring(room.length()),
            "/api/video-calls/history/team_" + applicant,
            "/api/search?q=secret&room_id=team_" + applicant)) {
      assertProblem(backend.get(path, token), 404, "not_found");
    }
    String key = "{\"key\":\"k\"}";
    assertProblem(backend.post(room + "/call-me", token, key), 404, "not_found");
    assertProblem(backend.post(room + "/read", token, "{\"seq\":1}"), 404, "not_found");
    String attachment = "{\"name\":\"a.txt\",\"size\":1}";
    assertProblem(backend.post(room + "/attachments", token, attachment), 404, "not_found");
    String own = "{\"key\":\"k\",\"body\":\"x\"}";
    assertProblem(backend.post(room + "/messages", token, own), 404, "not_found");
    assertThat(json(backend.get("/api/search?q=secret", token), 200).path("hits")).isEmpty();
    String ring = "{\"room_id\":\"team_" + applicant + "\",\"key\":\"r\"}";
    assertProblem(backend.post("/api/video-calls/initiate", recruiter, ring), 404, "not_found");
  }

  @Test
  void whatWasSaidIsFound() throws Exception {
    String applicant = backend.applicant(recruiter, "Searched");
    String token = backend.redeem(backend.invite(recruiter, applicant));
    String room = "applicant_" + applicant;
    String message = "{\"key\":\"k1\",\"body\":\"Portfolyomu güncelledim\"}";
    json(backend.post("/api/rooms/" + room + "/messages", token, message), 201);
    JsonNode hits = json(backend.get("/api/search?q=guncelle", recruiter), 200).path("hits");
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).path("applicant_name").asText()).isEqualTo("Searched");
    assertThat(hits.get(0).at("/marks/0/start").asInt()).isEqualTo(12);
    for (String q : List.of("%22", "%00", "%27%20OR", "%F0%9F%91%8D", "NEAR(a%20b)", "a%2A")) {
      HttpResponse<String> answer = backend.get("/api/search?q=" + q, token);
      if (answer.statusCode() == 200) {
        assertThat(json(answer, 200).path("hits")).isEmpty();
      } else {
        assertProblem(answer, 400, "invalid");
      }
    }
    assertProblem(backend.get("/api/search?q=", token), 400, "invalid");
    assertProblem(backend.get("/api/search", token), 400, "invalid");
    assertProblem(backend.get("/api/search?q=" + "x".repeat(201), token), 400, "invalid");
    assertProblem(backend.get("/api/search?q=x&room_id=elsewhere", token), 400, "invalid");
    assertProblem(
        backend.get("/api/search?q=x&room_id=team_" + applicant, token), 404, "not_found");
  }

  @Test
  void aSearchedTextMayLookLikeJson() throws Exception {
    String applicant = backend.applicant(recruiter, "Reader of JSON");
    String room = "/api/rooms/applicant_" + applicant + "/messages";
    json(backend.post(room, recruiter, "{\"key\":\"k\",\"body\":\"quoted words 12.5\"}"), 201);
    for (String q : List.of("%22quoted%20words%22", "12.5", "%22quoted", "%5Bquoted%5D")) {
      JsonNode hits = json(backend.get("/api/search?q=" + q, recruiter), 200).path("hits");
      assertThat(hits).as(q).hasSize(1);
    }
    JsonNode found = json(backend.get("/api/applicants?q=%22Reader", recruiter), 200);
    assertThat(found.path("applicants")).isEmpty();
    assertProblem(backend.get("/api/search?q=%22" + "x".repeat(200), recruiter), 400, "invalid");
  }

  @Test
  void whatChangedAndASingleMessageAreAskedFor() throws Exception {
    String room = "/api/rooms/applicant_" + backend.applicant(recruiter, "Changer");
    String message = "{\"key\":\"k1\",\"body\":\"Merhaba\"}";
    JsonNode ack = json(backend.post(room + "/messages", recruiter, message), 201);
    JsonNode changes = json(backend.get(room + "/messages?changes_after=0", recruiter), 200);
    assertThat(changes.path("messages")).isEmpty();
    assertThat(changes.path("last_change").asLong(-1)).isZero();
    assertProblem(
        backend.get(room + "/messages?changes_after=0&after=1", recruiter), 400, "invalid");
    String one = room + "/messages/" + ack.path("message_id").asText();
    assertThat(json(backend.get(one, recruiter), 200).path("body").asText()).isEqualTo("Merhaba");
    assertProblem(backend.get(room + "/messages/nothing", recruiter), 404, "not_found");
    assertThat(json(backend.get(room, recruiter), 200).path("unread").asLong(-1)).isZero();
  }

  @Test
  void anApplicantAsksToBeCalled() throws Exception {
    String applicant = backend.applicant(recruiter, "Caller");
    String token = backend.redeem(backend.invite(recruiter, applicant));
    String path = "/api/rooms/applicant_" + applicant + "/call-me";
    JsonNode ack = json(backend.post(path, token, "{\"key\":\"k1\"}"), 201);
    assertThat(json(backend.post(path, token, "{\"key\":\"k1\"}"), 201)).isEqualTo(ack);
    HttpResponse<String> early = backend.post(path, token, "{\"key\":\"k2\"}");
    assertProblem(early, 429, "rate_limited");
    assertThat(early.headers().firstValue("Retry-After")).isPresent();
    assertProblem(backend.post(path, recruiter, "{\"key\":\"k3\"}"), 403, "forbidden");
  }

  @Test
  void aMessageIsStoredOnceAndRead() throws Exception {
    String applicant = backend.applicant(recruiter, "Chatter");
    String token = backend.redeem(backend.invite(recruiter, applicant));
    String room = "/api/rooms/applicant_" + applicant;
    String message = "{\"key\":\"k1\",\"body\":\"Merhaba\"}";

    JsonNode ack = json(backend.post(room + "/messages", token, message), 201);
    JsonNode again = json(backend.post(room + "/messages", token, message), 201);
    assertThat(again.path("message_id")).isEqualTo(ack.path("message_id"));
    assertThat(
            json(backend.get("/api/applicants/" + applicant, recruiter), 200)
                .path("unread")
                .asInt())
        .isEqualTo(1);

    JsonNode messages = json(backend.get(room + "/messages", recruiter), 200).path("messages");
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).path("body").asText()).isEqualTo("Merhaba");

    assertThat(backend.post(room + "/read", recruiter, "{\"seq\":1}").statusCode()).isEqualTo(204);
    JsonNode seen = json(backend.get("/api/applicants/" + applicant, recruiter), 200);
    assertThat(seen.path("unread").asInt()).isZero();
    assertThat(seen.path("last_message").path("body").asText()).isEqualTo("Merhaba");
    assertThat(json(backend.get(room, recruiter), 200).path("read_seq").asInt()).isEqualTo(1);
  }

  @Test
  void ringingSomebodyOfflineIsAMissedCallInTheHistory() throws Exception {
    String applicant = backend.applicant(recruiter, "Absent");
    HttpResponse<String> answer =
        backend.post(
            "/api/video-calls/initiate",
            recruiter,
            "{\"room_id\":\"applicant_" + applicant + "\",\"key\":\"ring-1\"}");

    JsonNode problem = assertProblem(answer, 409, "offline");
    assertThat(problem.path("call").path("state").asText()).isEqualTo("MISSED");
    String call = problem.path("call_id").asText();
    assertThat(
            json(backend.get("/api/video-calls/" + call + "/status", recruiter), 200)
                .path("outcome")
                .asText())
        .isEqualTo("offline");
    assertThat(
            json(backend.get("/api/video-calls/history/applicant_" + applicant, recruiter), 200)
                .path("calls"))
        .hasSize(1);
    assertThat(
            json(
                    backend.get("/api/video-calls?outcome=offline&person=" + applicant, recruiter),
                    200)
                .path("calls"))
        .hasSize(1);
    assertThat(
            json(backend.get("/api/video-calls?state=ENDED&person=" + applicant, recruiter), 200)
                .path("calls"))
        .isEmpty();

    HttpResponse<String> csv =
        backend.send(
            backend
                .request("/api/video-calls?person=" + applicant, recruiter)
                .header("Accept", "text/csv"));
    assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.body().lines()).hasSize(2);
    assertThat(csv.body().lines().skip(1).findFirst().orElseThrow())
        .contains(call)
        .contains("Absent")
        .contains("MISSED,offline");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/api/applicants|{\"name\":\"A\"}|400|invalid|email",
        "POST|/api/applicants|{\"name\":3,\"email\":\"a@b.c\",\"language\":\"tr\",\"time_zone\":\"UTC\"}|400|invalid|name",
        "POST|/api/applicants|{\"name\":\"A\",\"email\":\"nothing\",\"language\":\"tr\",\"time_zone\":\"UTC\"}|400|invalid|email",
        "POST|/api/applicants|{\"name\":\"A\",\"email\":\"a@b.c\",\"language\":\"x\",\"time_zone\":\"UTC\"}|400|invalid|language",
        "POST|/api/applicants|{\"name\":\"A\",\"email\":\"a@b.c\",\"language\":\"tr\",\"time_zone\":\"Mars/Base\"}|400|invalid|time_zone",
        "POST|/api/applicants|{\"name\":\"A\\u0000\",\"email\":\"a@b.c\",\"language\":\"tr\",\"time_zone\":\"UTC\"}|400|invalid|name",
        "POST|/api/applicants|{not json|400|malformed|",
        "POST|/api/applicants|[1,2]|400|invalid|body",
        "GET|/api/applicants?limit=0||400|invalid|limit",
        "GET|/api/applicants?limit=many||400|invalid|limit",
        "GET|/api/applicants?after=somewhere||400|invalid|after",
        "GET|/api/video-calls?state=SLEEPING||400|invalid|state",
        "GET|/api/video-calls?from=yesterday||400|invalid|from",
        "GET|/api/video-calls?from=%2B999999999-01-01T00:00:00Z||400|invalid|from",
        "GET|/api/video-calls?to=-999999999-01-01T00:00:00Z||400|invalid|to",
        "GET|/api/video-calls?from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59Z&sort=sideways||400|invalid|sort",
        "GET|/api/applicants/no%20id||404|not_found|",
        "GET|/api/applicants/nobody||404|not_found|",
        "GET|/api/rooms/applicant_nobody||404|not_found|",
        "GET|/api/rooms/lobby||404|not_found|",
        "GET|/api/video-calls/none/status||404|not_found|",
        "GET|/api/nowhere||404|not_found|",
        "GET|/nowhere||404|not_found|",
        "PUT|/api/applicants||405|method_not_allowed|",
        "DELETE|/api/video-calls/initiate||405|method_not_allowed|"
      })
  void whatIsWrongIsSaid(
      String method,
      String path,
      @Nullable String body,
      int status,
      String code,
      @Nullable String field)
      throws Exception {
    JsonNode problem =
        assertProblem(
            backend.send(method, path, recruiter, body == null ? "" : body), status, code);

    assertThat(problem.path("field").asText("")).isEqualTo(field == null ? "" : field);
    assertThat(problem.path("type").asText()).isEqualTo("urn:optima:problem:" + code);
    assertThat(problem.toString()).doesNotContain("Exception").doesNotContain("dev.optima");
  }

  @Test
  void whatIsAllowedIsSaidWithARefusedMethod() throws Exception {
    HttpResponse<String> answer = backend.send("PUT", "/api/applicants", recruiter, "");

    assertThat(answer.headers().firstValue("Allow")).contains("GET, POST");
  }

  @Test
  void onlyJsonOfABoundedSizeIsRead() throws Exception {
    assertProblem(
        backend.send(
            backend
                .request("/api/applicants", recruiter)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))),
        415,
        "unsupported_media_type");
    assertProblem(
        backend.post("/api/applicants", recruiter, "{\"name\":\"" + "x".repeat(70_000) + "\"}"),
        413,
        "too_large");
  }

  @Test
  void aForeignPageMayNotActForSomebody() throws Exception {
    String applicant = backend.applicant(recruiter, "Tab");
    String cookie = "optima_session=" + backend.redeem(backend.invite(recruiter, applicant));
    String path = "/api/sessions/current";

    assertProblem(
        backend.send(
            backend
                .request(path, "")
                .header("Cookie", cookie)
                .header("Origin", "https://evil.example")
                .DELETE()),
        403,
        "forbidden");
    assertProblem(
        backend.send(
            backend
                .request(path, "")
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .DELETE()),
        403,
        "forbidden");
    HttpResponse<String> own =
        backend.send(
            backend
                .request(path, "")
                .header("Cookie", cookie)
                .header("Origin", backend.address().toString())
                .DELETE());
    assertThat(own.statusCode()).isEqualTo(204);
    assertThat(own.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertProblem(
        backend.send(backend.request(path, "").header("Cookie", cookie)), 401, "unauthenticated");
  }

  private static JsonNode json(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    return Json.MAPPER.readTree(answer.body());
  }

  private static JsonNode assertProblem(HttpResponse<String> answer, int status, String code)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = Json.MAPPER.readTree(answer.body());
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    return problem;
  }
}
