package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.ConsoleProcess;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.Demand;
import dev.optima.acceptance.harness.Mailbox;
import dev.optima.acceptance.harness.Mailbox.Letter;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Wait;
import dev.optima.acceptance.run.Tool;
import dev.optima.console.look.Ids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An interview from the dialog to the call: the real console under a display, the real backend, a
/// real mail server (GreenMail), a real browser.
@Tag("slow")
class WholeMeetingTest {
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /// A little longer than a quarter of an hour, so that the time of the reminders is seen to come.
  private static final Duration SOON = Duration.ofMinutes(15).plusSeconds(10);

  private Mailbox mailbox;
  private Site site;
  private Member recruiter;
  private Guest applicant;

  @BeforeEach
  void open() {
    Demand.tools(Tool.CHROMIUM, Tool.XVFB);
    mailbox = Mailbox.open();
    Map<String, String> settings = new HashMap<>(mailbox.settings());
    settings.put("ring.limit", "0");
    site = Site.open("meeting", settings);
    recruiter = site.recruiter("Rea Recruiter");
    String id =
        site.office()
            .addApplicant(recruiter, "Ayşe Yılmaz", "ayse@example.com", "tr", KOLKATA.getId())
            .field("applicant_id");
    applicant = site.office().redeem(site.office().invite(recruiter, id));
  }

  @AfterEach
  void close() throws InterruptedException {
    if (site != null) {
      site.close();
    }
    if (mailbox != null) {
      mailbox.close();
    }
  }

  private JsonNode meeting(String id) {
    return recruiter.rest().get("/api/meetings/" + id + "/status").expect(200).body();
  }

  private String onlyMeeting() {
    return recruiter
        .rest()
        .get("/api/meetings/" + applicant.userId())
        .expect(200)
        .body()
        .path("meetings")
        .path(0)
        .path("meeting_id")
        .asText();
  }

  private void awaitStatus(String id, String status) {
    Wait.until(
        "the meeting is " + status, () -> meeting(id).path("status").asText().equals(status));
  }

  private Answer move(String id, Instant start) {
    JsonNode before = meeting(id);
    return recruiter
        .rest()
        .put(
            "/api/meetings/" + id,
            Map.of(
                "applicant_id",
                applicant.userId(),
                "scheduled_time",
                start.toString(),
                "duration_minutes",
                30,
                "title",
                "Technical interview",
                "time_zone",
                "UTC",
                "waiting_room",
                true,
                "version",
                before.path("version").asLong()))
        .expect(200);
  }

  @Test
  void anInterviewFromTheDialogToItsEnd() throws Exception {
    try (ApplicantBrowser browser = ApplicantBrowser.launch();
        ConsoleProcess console =
            ConsoleProcess.start(site.url(), recruiter.token(), site.folder(), "en");
        ApplicantPage page = browser.device(site.url());
        ContractSocket team = ContractSocket.withToken(site.url(), recruiter.token());
        ContractSocket phone = ContractSocket.withCookie(site.url(), applicant.session())) {
      page.open(applicant.session());
      console.awaitSight("#" + Ids.SHELL, Wait.LONG.multipliedBy(2));

      String id = plan(console);
      Letter invitation = mailbox.await(1);
      assertInvites(invitation, meeting(id));
      answerByLink(browser, console, id, invitation.link());

      move(id, Instant.now().plus(SOON));
      assertThat(mailbox.await(2).line("SEQUENCE")).isEqualTo("1");
      assertThat(meeting(id).path("answer").asText()).isEqualTo("invited");

      console.click("#" + Ids.NAV_APPLICANTS);
      console.awaitText("#" + Ids.TOAST_TEXT, "Ayşe Yılmaz in 15 minutes");
      page.await("[data-testid=toast]");
      Letter reminder = mailbox.await(3);
      assertThat(reminder.calendar()).isEmpty();

      meet(console, page, id);
      assertThat(team.count("reminder")).isEqualTo(1);
      assertThat(phone.count("reminder")).isEqualTo(1);
      assertThat(mailbox.letters()).hasSize(3);
    }
  }

  /// For next week, in the dialog.
  private String plan(ConsoleProcess console) {
    console.click("#" + Ids.NAV_CALENDAR);
    console.click("#" + Ids.SCHEDULE_NEXT);
    console.click("#" + Ids.NAV_APPLICANTS);
    console.click("#" + Ids.APPLICANT + applicant.userId());
    console.awaitText("#" + Ids.ROOM_NAME, applicant.name());
    console.click("#" + Ids.PLAN);
    console.awaitText("#" + Ids.PLAN_HINT, "Kolkata");
    console.click("#" + Ids.PLAN_SAVE);
    console.awaitGone("#" + Ids.PLAN_SAVE);
    return onlyMeeting();
  }

  private static void assertInvites(Letter invitation, JsonNode meeting) {
    Instant start = Instant.parse(meeting.path("scheduled_time").asText());
    assertThat(invitation.to()).contains("ayse@example.com");
    assertThat(invitation.text()).contains(CLOCK.format(start.atZone(KOLKATA)));
    assertThat(invitation.line("METHOD")).isEqualTo("REQUEST");
    assertThat(invitation.line("SEQUENCE")).isEqualTo("0");
    assertThat(invitation.start()).isEqualTo(start);
  }

  /// What looks at links changes nothing; the button on the page does.
  private void answerByLink(ApplicantBrowser browser, ConsoleProcess console, String id, URI link) {
    console.click("#" + Ids.NAV_TODAY);
    console.awaitText("#" + Ids.TODAY_NEXT, "Invited");
    JsonNode before = meeting(id);
    site.office().nobody().get(link.getPath()).expect(200);
    String token = link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
    site.office().nobody().get("/api/meeting-links/" + token).expect(200);
    assertThat(site.office().nobody().get("/api/meeting-links/" + token + "/answer").status())
        .isGreaterThanOrEqualTo(400);
    try (ApplicantPage mail = browser.device(site.url())) {
      mail.page().navigate(link + "#accept");
      mail.await("[data-testid=sure-accept]");
      assertThat(meeting(id)).isEqualTo(before);
      mail.click("sure-accept");
      mail.await("[data-answer=accepted]");
      console.awaitText("#" + Ids.TODAY_NEXT, "Accepted");
      assertThat(mail.complaints()).isEmpty();
    }
  }

  /// The applicant knocks, is let in, and both are in the room of the meeting.
  private void meet(ConsoleProcess console, ApplicantPage page, String id) {
    page.click("meeting-join");
    page.await("[data-testid=meeting-waiting]");
    console.click("#" + Ids.KNOCK_ADMIT + id);
    console.awaitSight("#" + Ids.CALL_VIEW);
    page.awaitCall("data-state", "connected");
    awaitStatus(id, "in_progress");
    JsonNode call =
        recruiter
            .rest()
            .get("/api/video-calls/" + meeting(id).path("call_id").asText() + "/status")
            .expect(200)
            .body();
    assertThat(call.path("meeting_id").asText()).isEqualTo(id);
    console.click("#" + Ids.END_CALL);
    awaitStatus(id, "completed");
  }

  @Test
  void calendarsLearnOfEachChange() {
    String id =
        recruiter
            .rest()
            .post(
                "/api/meetings/schedule",
                Map.of(
                    "applicant_id",
                    applicant.userId(),
                    "scheduled_time",
                    Instant.now().plus(Duration.ofDays(7)).toString(),
                    "duration_minutes",
                    30,
                    "title",
                    "Technical interview",
                    "time_zone",
                    "UTC"))
            .expect(201)
            .field("meeting_id");
    Letter invitation = mailbox.await(1);
    move(id, Instant.now().plus(Duration.ofDays(8)));
    Letter update = mailbox.await(2);
    recruiter
        .rest()
        .post("/api/meetings/" + id + "/cancel", Map.of("reason", "The post is filled"))
        .expect(200);
    Letter cancellation = mailbox.await(3);

    assertThat(invitation.line("METHOD")).isEqualTo("REQUEST");
    assertThat(update.line("METHOD")).isEqualTo("REQUEST");
    assertThat(cancellation.line("METHOD")).isEqualTo("CANCEL");
    assertThat(invitation.line("SEQUENCE")).isEqualTo("0");
    assertThat(update.line("SEQUENCE")).isEqualTo("1");
    assertThat(cancellation.line("SEQUENCE")).isEqualTo("2");
    assertThat(update.line("UID")).isEqualTo(invitation.line("UID"));
    assertThat(cancellation.line("UID")).isEqualTo(invitation.line("UID"));
    assertThat(cancellation.text()).contains("The post is filled");
    assertThat(
            site.office()
                .nobody()
                .post(
                    "/api/meeting-links/"
                        + invitation.link().getPath().replaceAll(".*/", "")
                        + "/answer",
                    Map.of("answer", "accepted"))
                .status())
        .as("what is cancelled takes no answer")
        .isGreaterThanOrEqualTo(400);
  }
}
