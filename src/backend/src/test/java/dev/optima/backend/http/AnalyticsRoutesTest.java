package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.CallAnalytics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Figures over REST: parameters that come more than once, texts as they are, problems, CSV.
class AnalyticsRoutesTest {
  private static final String PERIOD = "from=2026-10-24T22:00:00Z&to=2026-10-26T00:00:00%2B01:00";

  @TempDir private static Path directory;
  private static Backend backend;
  private static String token;

  @BeforeAll
  static void open() throws Exception {
    backend = new Backend(directory);
    UserId elif = backend.account("elif@example.org", Role.RECRUITER);
    token = backend.session(elif, Role.RECRUITER);
    String applicant = backend.applicant(token, "Ayşe");
    backend
        .database()
        .<Integer>write(
            tx ->
                tx.update(
                    "UPDATE applicants SET position = 'QA & \"test\", 50 % C++' WHERE id = ?",
                    applicant));
    backend
        .database()
        .<Integer>write(
            tx ->
                tx.update(
                    "INSERT INTO calls (id, room_id, applicant_id, caller_id, request_key,"
                        + " media_room, state, outcome, version, created_at, together_millis,"
                        + " ended_at, opened) VALUES ('c1', ?, ?, ?, 'k', 'm', 'ENDED',"
                        + " 'COMPLETED', 1, 1792881000000, 600000, 1792881600000, 0)",
                    "applicant_" + applicant,
                    applicant,
                    elif));
  }

  @AfterAll
  static void close() {
    backend.close();
  }

  @Test
  void everyDayIsThere() throws Exception {
    CallAnalytics answer = figures("&time_zone=Europe/Berlin");

    assertThat(answer.days()).hasSize(1);
    assertThat(answer.now().interviews()).isEqualTo(1);
    assertThat(answer.now().medianLength()).isEqualTo(600);
    assertThat(answer.before().interviews()).isZero();
    assertThat(answer.before().answerRate()).isNull();
  }

  @Test
  void aFilterMayComeMoreThanOnce() throws Exception {
    assertThat(interviews("&person=nobody")).isZero();
    assertThat(interviews("&person=nobody&person=acc-elif-example-org")).isEqualTo(1);
  }

  @Test
  void aPositionIsAnyText() throws Exception {
    String position = "QA%20%26%20%22test%22%2C%2050%20%25%20C%2B%2B";
    assertThat(interviews("&position=" + position)).isEqualTo(1);
    assertThat(interviews("&position=x%26position%3Dy&position=" + position)).isEqualTo(1);
    assertThat(interviews("&position=12.5&position=true")).isZero();
  }

  @Test
  void whatIsWrongIsSaidByItsField() throws Exception {
    assertThat(refused("from=2026-01-01T00:00:00Z&to=2027-03-01T00:00:00Z"))
        .contains("\"code\":\"invalid\"", "\"field\":\"to\"", "400 days");
    assertThat(refused(PERIOD + "&time_zone=Mars")).contains("\"field\":\"time_zone\"");
    assertThat(refused("to=2027-03-01T00:00:00Z")).contains("\"field\":\"from\"");
    assertThat(refused(PERIOD + "&person=a%20b")).contains("\"field\":\"person\"");
    assertThat(refused(PERIOD + "&person=x".repeat(51))).contains("\"field\":\"person\"");
  }

  @Test
  void csvHasASectionForEachFigure() throws Exception {
    HttpResponse<String> answer =
        backend.send(
            backend
                .request("/api/analytics/calls?time_zone=Europe/Berlin&" + PERIOD, token)
                .header("Accept", "text/csv")
                .GET());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(answer.body())
        .contains("figures\r\ntime,interviews,rings", "now,1,1,1,1.0,0,0,,600,")
        .contains("days\r\ndate,completed", "2026-10-25,1,0,0")
        .contains("load\r\nuser_id,name,interviews,seconds,meetings\r\n")
        .contains("lengths\r\nfrom_minutes,to_minutes,interviews", "10,15,1", "90,,0");
  }

  private static long interviews(String filter) throws Exception {
    return figures("&time_zone=UTC" + filter).now().interviews();
  }

  private static CallAnalytics figures(String rest) throws Exception {
    HttpResponse<String> answer = backend.get("/api/analytics/calls?" + PERIOD + rest, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.read(answer.body(), CallAnalytics.class);
  }

  private static String refused(String query) throws Exception {
    HttpResponse<String> answer = backend.get("/api/analytics/calls?" + query, token);
    assertThat(answer.statusCode()).isEqualTo(400);
    return answer.body();
  }
}
