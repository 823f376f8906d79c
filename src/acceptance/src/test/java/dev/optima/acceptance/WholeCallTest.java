package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.ConsoleProcess;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.Demand;
import dev.optima.acceptance.harness.DevTools;
import dev.optima.acceptance.harness.Pictures;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.SocketPair;
import dev.optima.acceptance.harness.Wait;
import dev.optima.acceptance.run.Tool;
import dev.optima.console.look.Ids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The real console under a display, the real backend, a real browser with a camera: everything
/// that a recruiter and an applicant do with a call.
@Tag("slow")
class WholeCallTest {
  private static final String STATS = "window.optimaCall.stats()";

  private static Site site;
  private static Member recruiter;
  private static Member colleague;
  private static ConsoleProcess console;
  private static ApplicantBrowser browser;

  private static int applicants;

  private Guest applicant;

  @BeforeAll
  static void open() throws Exception {
    Demand.tools(Tool.CHROMIUM, Tool.XVFB);
    site = Site.open("whole", java.util.Map.of("ring.limit", "0", "ring.seconds", "30"));
    recruiter = site.recruiter("Rea Recruiter");
    colleague = site.recruiter("Cem Colleague");
    browser = ApplicantBrowser.launch();
    console = ConsoleProcess.start(site.url(), recruiter.token(), site.folder(), "en");
    console.awaitSight("#" + Ids.SHELL, Wait.LONG.multipliedBy(2));
  }

  @AfterAll
  static void close() throws InterruptedException {
    if (console != null) {
      console.close();
    }
    if (browser != null) {
      browser.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @BeforeEach
  void newApplicant() {
    applicant = site.applicant("Ayşe Yılmaz " + ++applicants);
  }

  /// A test that fails in the middle of a call must not hold up the next.
  @AfterEach
  void endWhatIsLeft() {
    if (!history().path("outcome").isMissingNode()) {
      return;
    }
    String callId = history().path("call_id").asText();
    if (!callId.isEmpty()) {
      site.admin().rest().post("/api/video-calls/" + callId + "/end");
      console.awaitGone("#" + Ids.CALL_VIEW);
    }
  }

  private ApplicantPage page() {
    ApplicantPage page = browser.device(site.url());
    page.open(applicant.session());
    return page;
  }

  /// Chooses the applicant in the console and presses "Video call".
  private void ring() {
    select();
    console.click("#" + Ids.VIDEO_CALL);
  }

  /// The list moves while people come and go, so a click may hit the neighbour.
  private void select() {
    console.click("#" + Ids.NAV_APPLICANTS);
    String row = "#" + Ids.APPLICANT + applicant.userId();
    Wait.until(
        "the room of " + applicant.name(),
        () -> {
          console.click(row);
          return console.text("#" + Ids.ROOM_NAME).contains(applicant.name());
        });
  }

  private JsonNode history() {
    return recruiter
        .rest()
        .get("/api/video-calls/history/" + applicant.roomId())
        .expect(200)
        .body()
        .path("calls")
        .path(0);
  }

  private void awaitOutcome(String outcome) {
    Wait.until(
        "the history says " + outcome, () -> history().path("outcome").asText().equals(outcome));
  }

  @Test
  void aCallFromRingToHistory() {
    URI link =
        site.office()
            .invite(
                site.admin(),
                site.office()
                    .addApplicant(site.admin(), "Bora Demir", Site.email("bora"))
                    .field("applicant_id"));
    try (ApplicantPage page = browser.device(site.url())) {
      page.redeem(link);
      applicant = findGuest("Bora Demir");
      ring();
      console.awaitSight("#" + Ids.RING_CARD);
      page.awaitRing();
      assertThat(page.byTestId("ring-caller").textContent()).contains("Rea Recruiter");
      Instant rung = Instant.now();
      page.click("accept");
      console.awaitSight("#" + Ids.CALL_VIEW);
      page.awaitCall("data-state", "connected");
      Instant connected = Instant.now();

      try (DevTools call = console.callPage()) {
        Pictures.assertRunning("the recruiter", () -> call.evaluate(STATS));
        Pictures.assertRunning("the applicant", page::stats);

        console.click("#" + Ids.MUTE);
        page.awaitCall("data-remote-audio", "off");
        console.click("#" + Ids.MUTE);
        page.awaitCall("data-remote-audio", "on");
        console.click("#" + Ids.CAMERA);
        page.awaitCall("data-remote-video", "off");
        console.click("#" + Ids.CAMERA);
        page.awaitCall("data-remote-video", "on");
        Pictures.assertRunning("the applicant", page::stats);
      }
      long least = Duration.between(connected, Instant.now()).toSeconds();
      console.click("#" + Ids.END_CALL);
      console.awaitGone("#" + Ids.CALL_VIEW);
      awaitOutcome("completed");
      long most = Duration.between(rung, Instant.now()).toSeconds();
      assertThat(history().path("duration").asLong()).isBetween(least - 3, most + 1);
      assertThat(history().path("ended_by").asText()).isEqualTo(recruiter.userId());
      Wait.until("the applicant's call page is gone", () -> !page.hasCall());
    }
  }

  private Guest findGuest(String name) {
    JsonNode found =
        site.admin().rest().get("/api/applicants?q=Bora").expect(200).body().path("applicants");
    JsonNode one = found.path(0);
    return new Guest(
        one.path("applicant_id").asText(),
        one.path("room_id").asText(),
        name,
        "",
        site.office().nobody());
  }

  /// Whoever says nothing counts as lost after a while, and the call ends though the picture goes
  /// on.
  @Test
  void bothSidesSayHowGoodItIsWhileTheyTalk() {
    try (ApplicantPage page = page()) {
      ring();
      page.awaitRing();
      page.click("accept");
      page.awaitCall("data-state", "connected");
      Wait.until(
          "the team sees the bars of both sides",
          () ->
              recruiter
                      .rest()
                      .get("/api/video-calls/live")
                      .expect(200)
                      .body()
                      .path("calls")
                      .path(0)
                      .path("quality")
                      .size()
                  == 2);
      console.click("#" + Ids.END_CALL);
      awaitOutcome("completed");
    }
  }

  @Test
  void theApplicantHangsUp() {
    try (ApplicantPage page = page()) {
      ring();
      page.awaitRing();
      page.click("accept");
      page.awaitCall("data-state", "connected");
      page.clickInCall("hang-up");
      console.awaitGone("#" + Ids.CALL_VIEW);
      awaitOutcome("completed");
      assertThat(history().path("ended_by").asText()).isEqualTo(applicant.userId());
    }
  }

  @Test
  void theApplicantRejects() {
    try (ApplicantPage page = page()) {
      ring();
      page.awaitRing();
      page.click("reject");
      console.awaitGone("#" + Ids.RING_CARD);
      console.awaitSight("#" + Ids.NOTICE);
      page.awaitQuiet();
      awaitOutcome("rejected");
    }
  }

  @Test
  void nobodyAnswers() {
    try (ApplicantPage page = page()) {
      ring();
      page.awaitRing();
      page.awaitQuiet();
      console.awaitGone("#" + Ids.RING_CARD);
      console.awaitSight("#" + Ids.NOTICE);
      awaitOutcome("no_answer");
    }
  }

  @Test
  void theRecruiterCancels() {
    try (ApplicantPage page = page()) {
      ring();
      page.awaitRing();
      console.click("#" + Ids.RING_CANCEL);
      page.awaitQuiet();
      console.awaitGone("#" + Ids.RING_CARD);
      awaitOutcome("cancelled");
    }
  }

  @Test
  void theApplicantIsOffline() {
    // Seen once, so that the list has them; then gone.
    page().close();
    ring();
    console.awaitSight("#" + Ids.NOTICE);
    awaitOutcome("offline");
    assertThat(console.sees("#" + Ids.CALL_VIEW)).isFalse();
  }

  @Test
  void theColleagueWasFaster() {
    try (ApplicantPage page = page();
        ContractSocket other = ContractSocket.withToken(site.url(), colleague.token())) {
      other.say("video_call_request", "room_id", applicant.roomId(), "key", SocketPair.newKey());
      String callId = other.await("video_call_ringing").path("call_id").asText();
      page.awaitRing();
      ring();
      console.awaitText("#" + Ids.NOTICE, "Cem Colleague");
      assertThat(console.text("#" + Ids.NOTICE)).containsPattern("\\d{1,2}:\\d{2}");
      other.say("video_call_cancel", "call_id", callId);
      page.awaitQuiet();
    }
  }

  @Test
  void twoDevicesRingAndTheSecondStops() {
    try (ApplicantPage laptop = page();
        ApplicantPage phone = page()) {
      ring();
      laptop.awaitRing();
      phone.awaitRing();
      laptop.click("accept");
      phone.awaitQuiet();
      laptop.awaitCall("data-state", "connected");
      assertThat(phone.hasCall()).isFalse();
      console.click("#" + Ids.END_CALL);
      awaitOutcome("completed");
    }
  }

  @Test
  void thePageIsReloadedInTheMiddleOfACall() {
    try (ApplicantPage page = page()) {
      ring();
      page.awaitRing();
      page.click("accept");
      page.awaitCall("data-state", "connected");
      try (DevTools call = console.callPage()) {
        Pictures.assertRunning("the recruiter", () -> call.evaluate(STATS));
        String callId = history().path("call_id").asText();
        page.reload();
        rejoin(page);
        page.awaitCall("data-state", "connected");
        Pictures.assertRunning("the applicant", page::stats);
        Pictures.assertRunning("the recruiter", () -> call.evaluate(STATS));
        assertThat(history().path("call_id").asText()).isEqualTo(callId);
        assertThat(history().path("state").asText()).isEqualTo("ACTIVE");
      }
      console.click("#" + Ids.END_CALL);
      awaitOutcome("completed");
    }
  }

  /// The page returns by itself, or offers it.
  private static void rejoin(ApplicantPage page) {
    Wait.until(
        "the call is back on the page",
        () -> {
          if (page.hasCall()) {
            return true;
          }
          if (page.byTestId("rejoin").isVisible()) {
            page.click("rejoin");
          }
          return false;
        });
  }

  @Test
  void theBackendIsKilledWhileItRings() throws Exception {
    try (ApplicantPage page = page()) {
      ring();
      page.awaitRing();
      site.killAndRestart();
      page.awaitOnline();
      page.awaitRing();
      page.click("accept");
      page.awaitCall("data-state", "connected");
      console.awaitSight("#" + Ids.CALL_VIEW);
      console.click("#" + Ids.END_CALL);
      awaitOutcome("completed");
    }
  }

  @Test
  void theBackendIsKilledInACallAndThePictureGoesOn() throws Exception {
    try (ApplicantPage page = page()) {
      ring();
      page.awaitRing();
      Instant rung = Instant.now();
      page.click("accept");
      page.awaitCall("data-state", "connected");
      Instant connected = Instant.now();
      try (DevTools call = console.callPage()) {
        Pictures.assertRunning("the recruiter", () -> call.evaluate(STATS));
        site.backend().kill();
        Pictures.assertRunning("the recruiter, with no backend,", () -> call.evaluate(STATS));
        Pictures.assertRunning("the applicant, with no backend,", page::stats);
        site.killAndRestart();
        Wait.until(
            "the call is known and active again",
            () -> history().path("state").asText().equals("ACTIVE"));
        page.awaitOnline();
        Pictures.assertRunning("the applicant", page::stats);
        Wait.until(
            "both call pages have their sockets back",
            () -> call.evaluate("document.body.dataset.socket").asText().equals("up"));
        page.awaitCall("data-socket", "up");
      }
      long least = Duration.between(connected, Instant.now()).toSeconds();
      console.click("#" + Ids.END_CALL);
      awaitOutcome("completed");
      long most = Duration.between(rung, Instant.now()).toSeconds();
      assertThat(history().path("duration").asLong()).isBetween(least - 6, most + 1);
    }
  }
}
