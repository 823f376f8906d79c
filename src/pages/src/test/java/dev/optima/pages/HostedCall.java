package dev.optima.pages;

import com.microsoft.playwright.Browser;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.scripted.ScriptedJitsi;
import dev.optima.scripted.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// What every test of the call page over the scripted peer stands on: the peer, the pages, one
/// Chromium that takes the peer's certificate; a new call for each test.
@SuppressWarnings("NullAway.Init")
final class HostedCall
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private final List<HostedSide> sides = new ArrayList<>();
  private Browsers browsers;
  PageServer server;
  ScriptedJitsi jitsi;
  CallSnapshot call;

  @Override
  public void beforeAll(ExtensionContext context) {
    jitsi = ScriptedJitsi.start(JitsiTickets.RULE);
    server = new PageServer();
    server.jitsi = jitsi.origin();
    browsers =
        Browsers.withDevices(
            "--use-fake-ui-for-media-stream", Browsers.CALM_CAMERA, jitsi.chromiumSwitch());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (browsers != null) {
      browsers.close();
    }
    server.close();
    jitsi.close();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    call = Story.then(Story.ring("c1", 45), CallState.CONNECTING);
    jitsi.suffer(Trouble.NONE);
    jitsi.record(true);
    jitsi.microphones(true);
    jitsi.lobby(JitsiTickets.ROOM, false);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    sides.forEach(side -> Browsers.leave(side.context));
    sides.clear();
    jitsi.empty();
  }

  HostedSide elif() {
    return side(Role.RECRUITER, new Browser.NewContextOptions());
  }

  HostedSide john() {
    return side(Role.APPLICANT, new Browser.NewContextOptions());
  }

  HostedSide side(Role role, Browser.NewContextOptions options) {
    var side = new HostedSide(browsers.browser(), server, jitsi, role, options);
    sides.add(side);
    return side;
  }

  /// The backend says that both are there.
  void active() {
    call = Story.then(call, CallState.ACTIVE);
    tell(new ServerMessage.VideoCallStarted(call));
  }

  /// The backend says that they are no longer there together.
  void apart() {
    call = Story.then(call, CallState.RECONNECTING);
    tell(new ServerMessage.VideoCallReconnecting(call));
  }

  /// The backend says that it is over.
  void ended() {
    call = Story.over(call, CallState.ENDED, CallOutcome.COMPLETED, 766, Story.JOHN);
    tell(new ServerMessage.VideoCallEnded(call));
  }

  void tell(ServerMessage message) {
    sides.forEach(
        side -> {
          side.backend.live = List.of(call);
          side.backend.say(message);
        });
  }
}
