package dev.optima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// The applicant in Firefox, the recruiter in Chromium: a call over real peer connections.
class FirefoxCallTest {

  private static final String CALL = "document.querySelector('iframe').contentWindow";

  /// What John said and Elif has not heard yet: Playwright is spoken to by one thread only.
  private final Queue<ClientMessage.RtcSignal> toElif = new ConcurrentLinkedQueue<>();

  @Test
  void aRingIsAcceptedInFirefoxAndBothSeeEachOther() {
    try (Firefox firefox = Firefox.start();
        Browsers chromium = Browsers.withDevices("--use-fake-ui-for-media-stream");
        PageServer server = new PageServer();
        FirefoxPage john = firefox.newPage()) {
      var backend = new ScriptedBackend(Story.JOHN, Role.APPLICANT);
      server.serve(backend);
      Side elif =
          new Side(
              chromium.browser(),
              server.origin(),
              Story.ELIF,
              Role.RECRUITER,
              new Browser.NewContextOptions().setPermissions(List.of("camera", "microphone")));
      elif.backend.listener =
          message -> {
            if (message instanceof ClientMessage.RtcSignal signal) {
              backend.say(new ServerMessage.RtcSignal(Side.CALL, Story.ELIF, signal.signal()));
            }
          };
      backend.listener =
          message -> {
            if (message instanceof ClientMessage.RtcSignal signal) {
              toElif.add(signal);
            }
          };
      CallSnapshot ring = Story.ring("c1", 45);
      CallSnapshot call = Story.then(ring, CallState.CONNECTING);
      tickets(backend, server);

      john.open(server.origin() + "/a");
      john.until("document.body?.dataset.connection === 'online'");
      backend.say(Story.incoming(ring));
      john.click("accept");
      backend.await(ClientMessage.VideoCallAccept.class, 1);
      backend.live = List.of(call);
      backend.say(Story.ready(call, server.origin()));
      john.sees("call-frame");
      elif.open(call);

      waits(elif, () -> elif.body("[data-state=connected]").isVisible());
      john.until(CALL + "?.document.body?.dataset.state === 'connected'");
      waits(elif, () -> elif.decoded() > 15);
      john.until(CALL + ".optimaCall.stats().then(s => s.frames_decoded > 15)");
      john.screenshot(Path.of("target/screens/firefox-call-en.png"));

      backend.say(
          new ServerMessage.VideoCallEnded(
              Story.over(call, CallState.ENDED, CallOutcome.COMPLETED, 12, Story.ELIF)));
      john.seesNo("call-frame");
      john.sees("notice");
      assertThat(john.errors).isEmpty();
      Browsers.leave(elif.context);
    }
  }

  private static void tickets(ScriptedBackend backend, PageServer server) {
    backend.rest.put(
        "POST /api/video-calls/c1/join",
        request ->
            new ScriptedBackend.Answer(
                201,
                Map.of(
                    "call_id",
                    "c1",
                    "provider",
                    "direct",
                    "join_url",
                    server.origin() + "/call/c1#ticket=oct_john",
                    "ice_servers",
                    List.of())));
  }

  private void waits(Side elif, BooleanSupplier condition) {
    elif.page.waitForCondition(
        () -> {
          for (var next = toElif.poll(); next != null; next = toElif.poll()) {
            elif.backend.say(new ServerMessage.RtcSignal(Side.CALL, Story.JOHN, next.signal()));
          }
          return condition.getAsBoolean();
        },
        new Page.WaitForConditionOptions().setTimeout(30_000));
  }
}
