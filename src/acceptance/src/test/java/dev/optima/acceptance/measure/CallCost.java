package dev.optima.acceptance.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.ConsoleProcess;
import dev.optima.acceptance.harness.DevTools;
import dev.optima.acceptance.harness.Pictures;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Wait;
import dev.optima.console.look.Ids;
import java.time.Duration;

/// What a call costs in the console, beside the same call in a plain Chromium.
final class CallCost {
  private static final Duration SPAN = Duration.ofSeconds(15);

  private final Medians medians;

  CallCost(Medians medians) {
    this.medians = medians;
  }

  void run() throws Exception {
    try (Site site = Site.open("call-cost");
        ApplicantBrowser browser = ApplicantBrowser.launch()) {
      Member recruiter = site.recruiter("Rea Recruiter");
      Guest applicant = site.applicant("Ayşe Yılmaz");
      try (ConsoleProcess console =
              ConsoleProcess.start(site.url(), recruiter.token(), site.folder(), "en");
          ApplicantPage page = browser.device(site.url(), 1280, 720)) {
        page.open(applicant.session());
        console.awaitSight("#" + Ids.SHELL, Duration.ofSeconds(60));
        console.click("#" + Ids.APPLICANT + applicant.userId());
        Wait.pass(Duration.ofSeconds(3));
        say("console, idle", console.handle());
        console.click("#" + Ids.VIDEO_CALL);
        page.awaitRing();
        page.click("accept");
        page.awaitCall("data-state", "connected");
        try (DevTools call = console.callPage()) {
          Pictures.assertRunning("the recruiter", () -> call.evaluate("window.optimaCall.stats()"));
          Wait.pass(Duration.ofSeconds(5));
          JsonNode before = call.evaluate("window.optimaCall.stats()");
          double inConsole = say("console, in a call", console.handle());
          JsonNode after = call.evaluate("window.optimaCall.stats()");
          frames(before, after);
          double plain = say("the applicant's Chromium, in the same call", browser(console));
          medians.line(
              "console: %.0f %% of a core on top of a plain Chromium's"
                  .formatted(inConsole - plain));
        }
        console.click("#" + Ids.END_CALL);
      }
    }
  }

  /// Playwright's browser: the descendant of this JVM that is not the console's.
  private static ProcessHandle browser(ConsoleProcess console) {
    return ProcessHandle.current()
        .children()
        .filter(p -> p.pid() != console.handle().pid())
        .filter(p -> p.descendants().anyMatch(d -> d.info().command().orElse("").contains("chrom")))
        .findFirst()
        .orElseThrow();
  }

  private double say(String what, ProcessHandle process) {
    Duration before = Cost.cpu(process);
    long start = System.nanoTime();
    Wait.pass(SPAN);
    double share = 100.0 * Cost.cpu(process).minus(before).toNanos() / (System.nanoTime() - start);
    medians.line(
        "%-62s %8.0f %% of a core, %.0f MiB (PSS)"
            .formatted(what, share, Cost.pss(process) / 1024));
    return share;
  }

  private void frames(JsonNode before, JsonNode after) {
    long decoded = after.path("frames_decoded").asLong() - before.path("frames_decoded").asLong();
    medians.line(
        "console: %d×%d, %.1f frames a second decoded"
            .formatted(
                after.path("width").asInt(),
                after.path("height").asInt(),
                decoded / (double) SPAN.toSeconds()));
  }
}
