package dev.optima.acceptance;

import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.ConsoleProcess;
import dev.optima.acceptance.harness.Demand;
import dev.optima.acceptance.harness.DevTools;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Wait;
import dev.optima.acceptance.run.Tool;
import dev.optima.console.look.Ids;
import dev.optima.scripted.Frame;
import dev.optima.scripted.ScriptedJitsi;
import dev.optima.scripted.TokenRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The real console in a call that a Jitsi carries: the frame inside the scene, the controls, how
/// well it goes. The Jitsi is a scripted peer of its IFrame API, no Jitsi.
@Tag("slow")
class WholeJitsiConsoleTest {
  private static final String SECRET = "a-short-secret";

  private ScriptedJitsi jitsi;
  private Site site;
  private ConsoleProcess console;
  private Member recruiter;
  private Guest applicant;

  @BeforeEach
  void open() throws Exception {
    Demand.tools(Tool.CHROMIUM, Tool.XVFB);
    jitsi = ScriptedJitsi.start(new TokenRule.Shared("optima", SECRET, "jitsi", "127.0.0.1"));
    site =
        Site.open(
            "console-jitsi",
            Map.of(
                "provider",
                "jitsi",
                "jitsi.domain",
                jitsi.domain(),
                "jitsi.app-id",
                "optima",
                "jitsi.secret",
                SECRET,
                "jitsi.features",
                "lobby, recording, transcription",
                "ring.limit",
                "0"));
    recruiter = site.recruiter("Rea Recruiter");
    applicant = site.applicant("Ayşe Yılmaz");
    console =
        ConsoleProcess.start(
            site.url(),
            recruiter.token(),
            site.folder(),
            "en",
            List.of(),
            List.of(jitsi.chromiumSwitch()));
    console.awaitSight("#" + Ids.SHELL, Wait.LONG.multipliedBy(2));
  }

  @AfterEach
  void close() throws InterruptedException {
    if (console != null) {
      console.close();
    }
    if (site != null) {
      site.close();
    }
    if (jitsi != null) {
      jitsi.close();
    }
  }

  @Test
  void theCallIsInTheSceneWithItsControlsAndItsQuality() throws Exception {
    try (ApplicantBrowser browser = ApplicantBrowser.launch(List.of(jitsi.chromiumSwitch()));
        ApplicantPage page = browser.device(site.url())) {
      page.open(applicant.session());
      console.click("#" + Ids.APPLICANT + applicant.userId());
      console.click("#" + Ids.VIDEO_CALL);
      page.awaitRing();
      page.click("accept");
      console.awaitSight("#" + Ids.CALL_VIEW);
      page.awaitCall("data-state", "connected");
      Wait.until("both are in the room", () -> inside().size() == 2);

      console.awaitText("#" + Ids.CALL_QUALITY, "ms");
      console.picture(Path.of("target", "jitsi-in-console.png"));
      Frame own = inside().stream().filter(Frame::isModerator).findFirst().orElseThrow();
      console.click("#" + Ids.MUTE);
      Wait.until("Jitsi is muted", own::audioMuted);
      console.click("#" + Ids.BACKGROUND);
      Wait.until(
          "the background is blurred",
          () -> own.commands().stream().anyMatch(said -> said.name().contains("background")));
      console.click("#" + Ids.SHARE);
      console.click("#" + Ids.DIALOG_OK);
      console.awaitText("#" + Ids.SHARE, "Stop");
      String callId =
          recruiter
              .rest()
              .get("/api/video-calls/history/" + applicant.roomId())
              .expect(200)
              .body()
              .path("calls")
              .path(0)
              .path("call_id")
              .asText();
      recruiter.rest().post("/api/video-calls/" + callId + "/fallback").expect(200);
      Wait.until("no frame is left", () -> jitsi.frames().stream().allMatch(Frame::isGone));
      Wait.until("the built-in call is in the scene", () -> carrier().equals("direct connected"));
      console.awaitGone("#" + Ids.BACKGROUND);
      console.picture(Path.of("target", "jitsi-fallen-back.png"));
      console.click("#" + Ids.END_CALL);
      console.awaitGone("#" + Ids.CALL_VIEW);
      Wait.until("every frame is gone", () -> jitsi.frames().stream().allMatch(Frame::isGone));
    }
  }

  private String carrier() {
    try (DevTools call = console.callPage()) {
      return call.evaluate("document.body.dataset.carrier + ' ' + document.body.dataset.state")
          .asText();
    }
  }

  private List<Frame> inside() {
    return jitsi.frames().stream().filter(Frame::isInRoom).toList();
  }
}
