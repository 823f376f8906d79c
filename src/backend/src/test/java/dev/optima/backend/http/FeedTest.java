package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.message.Role;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a calendar program gets that subscribes.
class FeedTest {
  @TempDir private Path directory;

  @Test
  void aProgramSubscribesWithoutASessionAndReadsAgainOnlyWhatChanged() throws Exception {
    try (Backend backend = new Backend(directory)) {
      backend.account("rec@x.org", Role.RECRUITER);
      String token = backend.signIn("rec@x.org");
      String applicant = backend.applicant(token, "Ayşegül");
      plan(backend, token, applicant, 3);
      String path = subscribe(backend, token);

      HttpResponse<String> first = backend.get(path, "");
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.headers().firstValue("Content-Type"))
          .contains("text/calendar; charset=utf-8");
      assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
      assertThat(events(first)).hasSize(1);
      String mark = first.headers().firstValue("ETag").orElseThrow();
      assertThat(mark).startsWith("W/\"");

      for (String known : List.of(mark, mark.substring(2), "\"other\", " + mark)) {
        HttpResponse<String> same = ask(backend, path, known);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("ETag")).contains(mark);
      }
      plan(backend, token, applicant, 4);
      HttpResponse<String> changed = ask(backend, path, mark);
      assertThat(changed.statusCode()).isEqualTo(200);
      assertThat(events(changed)).hasSize(2);
      HttpResponse<String> head =
          backend.send(backend.request(path, "").method("HEAD", BodyPublishers.noBody()));
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void aLinkThatWasRevokedOrRenewedIsOver() throws Exception {
    try (Backend backend = new Backend(directory)) {
      backend.account("rec@x.org", Role.RECRUITER);
      String token = backend.signIn("rec@x.org");
      String first = subscribe(backend, token);
      String second = subscribe(backend, token);
      assertThat(backend.get(first, "").statusCode()).isEqualTo(404);
      assertThat(backend.get(second, "").statusCode()).isEqualTo(200);
      assertThat(backend.get(second.replace(".ics", ""), "").statusCode()).isEqualTo(404);
      assertThat(backend.get("/feeds/" + "x".repeat(500) + ".ics", "").statusCode()).isEqualTo(404);
      backend.send("DELETE", "/api/calendar/feed", token, "");
      assertThat(backend.get(second, "").statusCode()).isEqualTo(404);
    }
  }

  private static List<?> events(HttpResponse<String> feed) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(feed.body()));
    assertThat(calendar.validate().getEntries()).isEmpty();
    return calendar.getComponents(Component.VEVENT);
  }

  private static HttpResponse<String> ask(Backend backend, String path, String known)
      throws Exception {
    return backend.send(backend.request(path, "").header("If-None-Match", known).GET());
  }

  private static String subscribe(Backend backend, String token) throws Exception {
    String url = Backend.field(backend.post("/api/calendar/feed", token, ""), "url");
    return url.substring(url.indexOf("/feeds/"));
  }

  private static void plan(Backend backend, String token, String applicant, int days)
      throws Exception {
    HttpResponse<String> planned =
        backend.post(
            "/api/meetings/schedule",
            token,
            """
            {"applicant_id":"%s","scheduled_time":"%s","duration_minutes":30,
             "title":"First interview","time_zone":"Europe/Istanbul"}"""
                .formatted(applicant, Instant.now().plus(days, ChronoUnit.DAYS)));
    assertThat(planned.statusCode()).isEqualTo(201);
  }
}
