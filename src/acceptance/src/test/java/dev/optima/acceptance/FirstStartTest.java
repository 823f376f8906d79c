package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.acceptance.harness.ConsoleProcess;
import dev.optima.acceptance.harness.Demand;
import dev.optima.acceptance.harness.DevTools;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Wait;
import dev.optima.acceptance.run.Tool;
import dev.optima.console.look.Ids;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A recruiter's first start, from the link that IT sent to the desk: the real console under a
/// display, the real backend, and Chromium's test picture for a camera.
@Tag("slow")
class FirstStartTest {

  @Test
  void leadsFromTheLinkOfItToTheDesk() throws Exception {
    Demand.tools(Tool.XVFB);
    try (Site site = Site.open("first")) {
      String email = "elif.kaya@example.org";
      site.office().addRecruiter(site.admin(), email, "Elif Kaya", Site.password());
      String link =
          "optima://server?url=" + URLEncoder.encode(site.url().toString(), StandardCharsets.UTF_8);
      try (ConsoleProcess console = ConsoleProcess.first(link, site.folder(), "tr")) {
        console.awaitSight("#" + Ids.SERVER_GO, Wait.LONG.multipliedBy(2));
        console.awaitText("#" + Ids.SERVER_LINKED, site.url().getHost());
        console.click("#" + Ids.SERVER_GO);
        console.click("#" + Ids.LOGIN_EMAIL);
        console.tell("type " + email);
        console.click("#" + Ids.LOGIN_PASSWORD);
        console.tell("type " + Site.password());
        console.click("#" + Ids.LOGIN_SUBMIT);
        console.awaitSight("#" + Ids.DEVICES_STEP);
        checksTheDevices(console, site.folder().resolve("devices.png"));
        console.click("#" + Ids.DEVICES_LEAVE);
        console.awaitSight("#" + Ids.SHELL);
        assertThat(console.sees("#" + Ids.DEVICES)).isFalse();
      }
    }
  }

  private static void checksTheDevices(ConsoleProcess console, Path picture) throws Exception {
    console.click("#" + Ids.DEVICES_GO);
    try (DevTools page = console.devicesPage()) {
      for (String kind : new String[] {"camera", "microphone"}) {
        String state =
            "document.querySelector('[data-testid=check-" + kind + "]')?.dataset.state ?? ''";
        Wait.until(kind + " works", () -> page.evaluate(state).asText().equals("ok"));
      }
      Wait.until(
          "the camera's picture",
          () ->
              page.evaluate("(document.querySelector('.check-picture')?.videoWidth ?? 0) > 0")
                  .asBoolean());
      console.picture(picture);
    }
  }
}
