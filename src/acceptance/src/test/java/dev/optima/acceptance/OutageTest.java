package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.ConsoleProcess;
import dev.optima.acceptance.harness.CuttableProxy;
import dev.optima.acceptance.harness.Demand;
import dev.optima.acceptance.harness.DevTools;
import dev.optima.acceptance.harness.Pictures;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Wait;
import dev.optima.acceptance.run.Tool;
import dev.optima.console.look.Ids;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The way to the backend is cut for twenty seconds in the middle of a call: both see and hear each
/// other all the time, and afterwards it is still the same call.
@Tag("slow")
class OutageTest {
  private static final Duration OUTAGE = Duration.ofSeconds(20);

  @Test
  void theCallSurvivesAnOutage() throws Exception {
    Demand.tools(Tool.CHROMIUM, Tool.XVFB);
    try (CuttableProxy cable = CuttableProxy.open();
        Site site =
            Site.open("outage", Map.of("ring.limit", "0", "public-url", cable.url().toString()));
        ApplicantBrowser browser = ApplicantBrowser.launch()) {
      cable.leadTo(site.backend().port());
      Member recruiter = site.recruiter("Rea Recruiter");
      Guest applicant = site.applicant("Ayşe Yılmaz");
      try (ConsoleProcess console =
              ConsoleProcess.start(cable.url(), recruiter.token(), site.folder(), "en");
          ApplicantPage page = browser.device(cable.url())) {
        page.open(applicant.session());
        console.awaitSight("#" + Ids.SHELL, Wait.LONG.multipliedBy(2));
        console.click("#" + Ids.APPLICANT + applicant.userId());
        console.click("#" + Ids.VIDEO_CALL);
        page.awaitRing();
        page.click("accept");
        page.awaitCall("data-state", "connected");
        DevTools call = console.callPage();
        Pictures.assertRunning("the recruiter", () -> stats(call));

        cable.cutFor(OUTAGE);
        Wait.until(
            "the console shows that it is offline", () -> console.sees("#" + Ids.OFFLINE_BAR));
        Pictures.assertRunning("the recruiter, offline,", () -> stats(call));
        Pictures.assertRunning("the applicant, offline,", page::stats);
        Wait.until("the cable is whole", () -> !cable.isCut());
        Wait.until("the console is online", () -> !console.sees("#" + Ids.OFFLINE_BAR));
        page.awaitOnline();
        page.awaitCall("data-socket", "up");
        Pictures.assertRunning("the applicant", page::stats);
        JsonNode during = newest(recruiter, applicant);
        assertThat(during.path("state").asText()).isIn("ACTIVE", "RECONNECTING");
        console.click("#" + Ids.END_CALL);
        Wait.until(
            "the call has ended",
            () -> newest(recruiter, applicant).path("outcome").asText().equals("completed"));
        assertThat(newest(recruiter, applicant).path("call_id")).isEqualTo(during.path("call_id"));
        assertThat(newest(recruiter, applicant).path("duration").asLong())
            .isGreaterThanOrEqualTo(OUTAGE.toSeconds());
        call.close();
      }
    }
  }

  private static JsonNode stats(DevTools call) {
    return call.evaluate("window.optimaCall.stats()");
  }

  private static JsonNode newest(Member recruiter, Guest applicant) {
    return recruiter
        .rest()
        .get("/api/video-calls/history/" + applicant.roomId())
        .expect(200)
        .body()
        .path("calls")
        .path(0);
  }
}
