package dev.optima.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.client.Rest;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.Demand;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Wait;
import dev.optima.acceptance.run.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two interviewers and an applicant in the room of one meeting, on the real backend: each sees
/// each, one leaves and comes back, and the owner ends it for all.
@Tag("slow")
class WholePanelTest {
  private Site site;
  private Member owner;
  private Member colleague;
  private Guest applicant;

  @BeforeEach
  void open() {
    Demand.tools(Tool.CHROMIUM);
    site = Site.open("panel");
    owner = site.recruiter("Rea Recruiter");
    colleague = site.recruiter("Cem Colleague");
    applicant = site.applicant("Ayşe Yılmaz");
  }

  @AfterEach
  void close() throws InterruptedException {
    if (site != null) {
      site.close();
    }
  }

  private String schedule() {
    Answer answer =
        owner
            .rest()
            .post(
                "/api/meetings/schedule",
                Map.of(
                    "key",
                    UUID.randomUUID().toString(),
                    "applicant_id",
                    applicant.userId(),
                    "scheduled_time",
                    Instant.now().plus(Duration.ofMinutes(5)).toString(),
                    "duration_minutes",
                    30,
                    "title",
                    "Panel",
                    "time_zone",
                    "UTC",
                    "interviewer_ids",
                    List.of(owner.userId(), colleague.userId()),
                    "send_email",
                    false,
                    "remind_15_min",
                    false));
    return answer.expect(201).field("meeting_id");
  }

  private static Page enter(ApplicantBrowser browser, Site site, Rest rest, String meeting) {
    Answer ticket = rest.post("/api/meetings/" + meeting + "/join").expect(200);
    Page page = browser.device(site.url()).page();
    page.navigate(ticket.field("join_url"));
    return page;
  }

  private static void sees(Page page, int others) {
    assertThat(page.locator("[data-testid=tile][data-link=connected]")).hasCount(others);
    assertThat(page.locator("[data-testid=tile]")).hasCount(others);
    for (int i = 0; i < others; i++) {
      var video = page.getByTestId("remote-video").nth(i);
      page.waitForCondition(
          () ->
              Boolean.TRUE.equals(
                  video.evaluate("v => v.getVideoPlaybackQuality().totalVideoFrames > 3")));
    }
  }

  private JsonNode call(String meeting) {
    String id =
        owner.rest().get("/api/meetings/" + meeting + "/status").expect(200).field("call_id");
    return owner.rest().get("/api/video-calls/" + id + "/status").expect(200).body();
  }

  @Test
  void eachSeesEachOneLeavesAndReturnsAndTheOwnerEndsIt() {
    String meeting = schedule();
    try (ApplicantBrowser browser = ApplicantBrowser.launch()) {
      Page cem = enter(browser, site, colleague.rest(), meeting);
      Page rea = enter(browser, site, owner.rest(), meeting);
      assertThat(rea.locator("[data-testid=tile][data-link=connected]")).hasCount(1);
      Page ayse = enter(browser, site, applicant.rest(), meeting);
      for (Page page : List.of(rea, cem, ayse)) {
        sees(page, 2);
      }
      Wait.until("it runs", () -> call(meeting).path("state").asText().equals("ACTIVE"));
      assertThat(ayse.getByTestId("peer-name").allTextContents())
          .containsExactlyInAnyOrder("Rea Recruiter", "Cem Colleague");
      boolean ownerIsRea = call(meeting).path("caller_id").asText().equals(owner.userId());
      Page leads = ownerIsRea ? rea : cem;
      Page helps = ownerIsRea ? cem : rea;

      helps.getByTestId("hang-up").click();
      assertThat(helps.getByTestId("over")).containsText("You have left the call");
      sees(ayse, 1);
      sees(leads, 1);
      helps.waitForTimeout(3_000);
      assertThat(call(meeting).path("state").asText()).isEqualTo("ACTIVE");
      helps.reload();
      for (Page page : List.of(rea, cem, ayse)) {
        sees(page, 2);
      }

      leads.getByTestId("hang-up").click();
      for (Page page : List.of(rea, cem, ayse)) {
        assertThat(page.locator("body[data-state=ended]")).isVisible();
      }
      assertThat(call(meeting).path("outcome").asText()).isEqualTo("completed");
    }
  }
}
