package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.protocol.message.Role;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer in the mailbox changes the meeting of a backend that is started on it.
class AnswerByMailTest {
  @TempDir private Path directory;

  @Test
  void anAnswerThatWaitsIsTakenAtTheStart() throws Exception {
    GreenMail server =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
    server.start();
    try {
      GreenMailUser mailbox = server.setUser("jobs@acme.example", "jobs", "sesame");
      String meeting = plan();
      mailbox.deliver(reply(meeting));
      Map<String, String> settings =
          Map.of(
              "OPTIMA_IMAP_HOST", "127.0.0.1",
              "OPTIMA_IMAP_PORT", Integer.toString(server.getImap().getPort()),
              "OPTIMA_IMAP_SECURITY", "none",
              "OPTIMA_IMAP_USER", "jobs",
              "OPTIMA_IMAP_PASSWORD", "sesame");
      try (Backend backend = new Backend(directory, settings)) {
        assertThat(answer(backend, meeting)).isEqualTo("declined");
      }
    } finally {
      server.stop();
    }
  }

  private String plan() throws Exception {
    try (Backend backend = new Backend(directory)) {
      backend.account("rec@x.org", Role.RECRUITER);
      String token = backend.signIn("rec@x.org");
      String applicant = backend.applicant(token, "Someone");
      HttpResponse<String> planned =
          backend.post(
              "/api/meetings/schedule",
              token,
              """
              {"applicant_id":"%s","scheduled_time":"%s","duration_minutes":30,
               "title":"First interview","time_zone":"Europe/Istanbul"}"""
                  .formatted(applicant, Instant.now().plus(3, ChronoUnit.DAYS)));
      return Backend.field(planned, "meeting_id");
    }
  }

  private static String answer(Backend backend, String meeting) throws Exception {
    String token = backend.signIn("rec@x.org");
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String answer = "";
    do {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      answer = Backend.field(backend.get("/api/meetings/" + meeting + "/status", token), "answer");
    } while (answer.equals("invited") && System.nanoTime() < end);
    return answer;
  }

  private static MimeMessage reply(String meeting) throws Exception {
    String mail =
        """
        From: someone@example.org
        To: jobs@acme.example
        Subject: Declined
        Message-ID: <1@example.org>
        MIME-Version: 1.0
        Content-Type: text/calendar; method=REPLY; charset=utf-8

        BEGIN:VCALENDAR
        PRODID:-//Some Program//EN
        VERSION:2.0
        METHOD:REPLY
        BEGIN:VEVENT
        UID:%s@optima
        DTSTAMP:20261122T090000Z
        ATTENDEE;PARTSTAT=DECLINED:mailto:someone@example.org
        END:VEVENT
        END:VCALENDAR
        """
            .formatted(meeting)
            .replace("\n", "\r\n");
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
  }
}
