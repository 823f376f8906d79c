package dev.optima.console.call;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Me;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Colleagues in each other's calls, on a whole desk.
class InterviewingTest {
  private static final UserId SELIN = new UserId("selin");

  @TempDir Path home;

  private DeskRig rig;
  private SampleCalls sample;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    sample = new SampleCalls(rig.backend(), rig.now());
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void show(Me me) {
    rig.show(me, 1440, 900);
    rig.press(Ids.NAV_CALLS);
    rig.await(Ids.CALLS);
  }

  private LiveCall merts() {
    return sample.active(
        "live-zoe", new UserId("zoe"), "Zoe Ray", Samples.MERT, "Mert Demir", 65, 2);
  }

  /// The same call with one more of the team in it.
  private static CallSnapshot with(CallSnapshot c, UserId who, String name) {
    List<CallSnapshot.Person> people = new ArrayList<>(c.participants());
    people.add(new CallSnapshot.Person(who, name, Side.RECRUITER, false, null, null));
    return new CallSnapshot(
        c.callId(),
        c.roomId(),
        c.callerId(),
        c.callerName(),
        c.applicantId(),
        c.applicantName(),
        c.meetingId(),
        c.state(),
        c.version() + 1,
        c.createdAt(),
        c.expiresAt(),
        c.startedAt(),
        c.togetherSince(),
        c.endedAt(),
        c.duration(),
        c.outcome(),
        c.endedBy(),
        people);
  }

  private void entersMerts() {
    LiveCall live = merts();
    rig.backend().calls().add(live);
    show(Samples.elif());
    rig.await(Ids.CALLS_JOIN + "live-zoe");
    rig.backend().calls().add(with(live.call(), Samples.ELIF, "Elif Kaya"));
    rig.press(Ids.CALLS_JOIN + "live-zoe");
    rig.await(Ids.CALL_VIEW);
    rig.until("the call opens in the window", () -> rig.surface().opened().size() == 1);
  }

  @Test
  void comesIntoAColleaguesCallAndAsksAnother() throws Exception {
    entersMerts();
    assertThat(rig.backend().requests()).contains("POST /api/video-calls/live-zoe/interview");
    DeskRig.fx(
        () -> {
          ((Button) rig.await(Ids.INVITE_TO_CALL)).fire();
          return true;
        });
    String id = Ids.INVITE_COLLEAGUE + SELIN;
    rig.until("Selin is offered", () -> menuItem(id) != null);
    Shots.shoot(rig, Language.EN, "call-invite");
    DeskRig.fx(
        () -> {
          MenuItem mert = menuItem(Ids.INVITE_COLLEAGUE + Samples.MERT);
          assertThat(mert).isNotNull();
          assertThat(mert.isDisable()).as("Mert is in the call").isTrue();
          menuItem(id).fire();
          return true;
        });
    rig.awaitText(Ids.TOAST_TEXT, "Selin Ak was asked");
    assertThat(rig.backend().calls().invited()).containsExactly(SELIN);
    CallSnapshot now = requireNonNull(rig.backend().calls().find(merts().call().callId()));
    rig.backend()
        .socket()
        .say(
            new ServerMessage.VideoCallColleague(
                merts().call().callId(), SELIN, "Selin Ak", with(now, SELIN, "Selin Ak")));
    rig.until(
        "a toast tells who comes",
        () ->
            rig.stage().getScene().getRoot().lookupAll("#" + Ids.TOAST_TEXT).stream()
                .anyMatch(node -> node.toString().contains("Selin Ak joins")));
  }

  private static MenuItem menuItem(String id) {
    return DeskRig.fx(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElse(null));
  }

  @Test
  void isBackWhereOneWasWhenTheCallIsOver() throws Exception {
    entersMerts();
    assertThat(rig.isShown(Ids.CALLS)).isFalse();
    CallSnapshot call = requireNonNull(rig.backend().calls().find(new CallId("live-zoe")));
    rig.backend()
        .socket()
        .say(
            new ServerMessage.VideoCallEnded(
                Samples.ended(
                    call,
                    CallState.ENDED,
                    CallOutcome.COMPLETED,
                    Duration.ofSeconds(80),
                    rig.now(),
                    Samples.MERT)));
    rig.awaitGone(Ids.CALL_VIEW);
    rig.await(Ids.CALLS);
  }

  @Test
  void waitsForTheAnswerOfAColleaguesRingAndMayGoAgain() throws Exception {
    sample.fill();
    CallSnapshot ring =
        with(
            requireNonNull(rig.backend().calls().find(new CallId("live-ayse"))),
            Samples.ELIF,
            "Elif Kaya");
    assertThat(ring.state()).isEqualTo(CallState.RINGING);
    rig.backend()
        .script(
            "POST /api/video-calls/live-ayse/interview",
            new Answer(202, "application/json", Json.write(ring)));
    show(Samples.elif());
    rig.press(Ids.CALLS_JOIN + "live-ayse");
    rig.awaitText(Ids.RING_TITLE, "Mert Demir is calling Ayşe Yılmaz");
    Shots.shoot(rig, Language.EN, "call-interview-rings");
    rig.press(Ids.RING_CANCEL);
    rig.awaitGone(Ids.RING_CARD);
    assertThat(rig.backend().socket().next(ClientMessage.VideoCallLeave.class).callId())
        .isEqualTo(ring.callId());
  }

  @Test
  void saysWhyOneDoesNotGetIn() {
    rig.backend().calls().add(merts());
    rig.backend()
        .script(
            "POST /api/video-calls/live-zoe/interview", Answer.problem(409, ErrorCode.FULL, null));
    show(Samples.elif());
    rig.press(Ids.CALLS_JOIN + "live-zoe");
    rig.awaitText(Ids.TOAST_TEXT, "This call is full");
  }

  @Test
  void tellsOfAnInvitationAndFollowsIt() throws Exception {
    LiveCall live = merts();
    rig.backend().calls().add(live);
    show(Samples.elif());
    rig.await(Ids.CALLS_JOIN + "live-zoe");
    rig.backend().calls().add(with(live.call(), Samples.ELIF, "Elif Kaya"));
    var asked =
        new ServerMessage.VideoCallInvitation(
            live.call().callId(), Samples.MERT, "Mert Demir", live.call());
    rig.backend().socket().say(asked);
    rig.await(Ids.INVITATION_BAR + "live-zoe");
    Shots.shoot(rig, Language.EN, "call-invitation");
    rig.press(Ids.INVITATION_DECLINE + "live-zoe");
    rig.awaitGone(Ids.INVITATION_BAR + "live-zoe");
    rig.backend().socket().say(asked);
    rig.press(Ids.INVITATION_JOIN + "live-zoe");
    rig.await(Ids.CALL_VIEW);
    rig.awaitGone(Ids.INVITATION_BAR + "live-zoe");
  }

  @Test
  void letsAnAdministratorEndIt() throws Exception {
    rig.backend().calls().add(merts());
    show(Samples.admin());
    MenuButton more = (MenuButton) rig.await(Ids.CALLS_LIVE_MORE + "live-zoe");
    DeskRig.fx(
        () -> {
          more.getItems().stream()
              .filter(item -> (Ids.CALLS_END + "live-zoe").equals(item.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
          return true;
        });
    rig.await(Ids.DIALOG_OK);
    Shots.shoot(rig, Language.EN, "call-end-theirs");
    rig.press(Ids.DIALOG_OK);
    rig.awaitText(Ids.TOAST_TEXT, "was ended");
    assertThat(rig.backend().requests()).contains("POST /api/video-calls/live-zoe/end?all=true");
  }
}
