package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.scripted.Command;
import dev.optima.scripted.Failures;
import dev.optima.scripted.Frame;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A call over a Jitsi ends once, whatever says so first and whatever else says so as well.
@SuppressWarnings("NullAway.Init") // a test lets them join first
class JitsiEndTest {
  @RegisterExtension static final HostedCall hosted = new HostedCall();

  private record End(String name, BiConsumer<HostedSide, Frame> comes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final End BUTTON = new End("our button", (side, _) -> side.by("hang-up").click());
  private static final End TOOLBAR =
      new End("readyToClose", (_, frame) -> hosted.jitsi.hangUp(frame));
  private static final End DESTROYED =
      new End("conference.destroyed", (_, frame) -> hosted.jitsi.endForAll(frame));
  private static final End SUSPEND =
      new End("suspend", (_, frame) -> frame.say("suspend-detected"));
  private static final End OURS = new End("video_call_ended", (_, _) -> hosted.ended());

  private HostedSide elif;
  private HostedSide john;
  private Frame frame;

  private void together() {
    elif = hosted.elif().inConsole();
    elif.join(hosted.call);
    withSomebody();
    assertThat(elif.body("[data-state=connected]")).isVisible();
  }

  /// Somebody without a page is there already, unless Elif is.
  private void withSomebody() {
    if (hosted.jitsi.inside(JitsiTickets.ROOM).isEmpty()) {
      hosted.jitsi.attend(JitsiTickets.ROOM, "Elif Kaya");
    }
    john = hosted.john();
    frame = john.join(hosted.call);
    hosted.active();
    assertThat(john.body("[data-state=connected]")).isVisible();
  }

  private long ends(HostedSide side) {
    return side.backend.heard(ClientMessage.VideoCallEnd.class).size();
  }

  /// The page is at its end, the frame is gone, and nothing more is said.
  private void isOverOnce(HostedSide side, Frame its, int most) {
    assertThat(side.body("[data-state=ended]")).isVisible();
    side.until(its::isGone);
    assertThat(side.page.locator("iframe")).hasCount(0);
    int told = side.backend.heard.size();
    int joins = side.tickets.given.size();
    side.page.waitForTimeout(700);
    assertThat(side.body("[data-state=ended]")).isVisible();
    assertThat(side.states()).endsWith("ended").containsOnlyOnce("ended");
    assertThat(ends(side)).isLessThanOrEqualTo(most);
    assertThat(side.backend.heard).hasSize(told);
    assertThat(side.tickets.given).hasSize(joins);
  }

  static Stream<End> causes() {
    return Stream.of(BUTTON, TOOLBAR, DESTROYED, SUSPEND, OURS);
  }

  @ParameterizedTest
  @MethodSource("causes")
  void whateverComesFirstEndsItOnce(End first) {
    withSomebody();
    first.comes().accept(john, frame);
    if (first != OURS) {
      john.until(() -> ends(john) > 0);
      hosted.ended();
    }
    isOverOnce(john, frame, first == OURS ? 0 : 1);
  }

  static Stream<Arguments> pairs() {
    List<End> ends = List.of(BUTTON, TOOLBAR, DESTROYED, SUSPEND, OURS);
    return ends.stream()
        .flatMap(one -> ends.stream().filter(two -> two != one).map(two -> Arguments.of(one, two)))
        // Nobody presses a button that is gone.
        .filter(both -> both.get()[1] != BUTTON);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void twoAtOnceAreOneEnd(End first, End second) {
    withSomebody();
    first.comes().accept(john, frame);
    second.comes().accept(john, frame);
    hosted.ended();
    isOverOnce(john, frame, 1);
  }

  @Test
  void aKickIsToldApartAndLeavesTheCallToTheOthers() {
    together();
    hosted.jitsi.kick(frame);
    assertThat(john.problem("kicked")).isVisible();
    john.until(frame::isGone);
    assertThat(john.backend.heard(ClientMessage.VideoCallLeave.class)).hasSize(1);
    assertThat(ends(john)).isZero();
    assertThat(elif.body("[data-state=ended]")).isHidden();
    assertThat(elif.page.locator("iframe")).hasCount(1);
  }

  @Test
  void aKickWhileTheLineIsDownIsToldByARequest() {
    withSomebody();
    john.backend.rest.put(
        "POST /api/video-calls/c1/end",
        asked -> {
          hosted.ended();
          return new ScriptedBackend.Answer(200, hosted.call);
        });
    john.backend.down = true;
    john.backend.cut();
    assertThat(john.problem("socket_lost")).isVisible();
    hosted.jitsi.kick(frame);
    assertThat(john.problem("kicked")).isVisible();
    john.backend.down = false;
    john.until(() -> hosted.call.state() == CallState.ENDED);
    assertThat(john.problem("kicked")).isVisible();
  }

  @Test
  void whoLeadsEndsItForAllAndTheRoomIsClosedThere() {
    together();
    Frame hers = elif.frame();
    elif.command("{type: 'hang_up'}");
    elif.told(hers, "end-conference");
    assertThat(hers.commands())
        .extracting(Command::name)
        .as("nobody is seen or heard while the room is being closed")
        .containsSubsequence("toggle-audio", "toggle-video", "end-conference");
    assertThat(hers.audioMuted()).isTrue();
    assertThat(hers.videoMuted()).isTrue();
    john.until(() -> ends(elif) > 0);
    hosted.ended();
    isOverOnce(elif, hers, 1);
    isOverOnce(john, frame, 1);
  }

  @Test
  void anEndThatOnlyTheErrorSaysIsNotTakenForAFault() {
    withSomebody();
    frame.fail(Failures.destroyed());
    john.until(() -> ends(john) > 0);
    assertThat(john.page.getByTestId("problem")).isHidden();
    hosted.ended();
    assertThat(john.by("over")).isVisible();
  }

  @Test
  void aClosedTabIsNoEndForTheOther() {
    together();
    Browsers.leave(john.context);
    elif.until(() -> hosted.jitsi.inside(JitsiTickets.ROOM).size() == 1);
    hosted.apart();
    assertThat(elif.body("[data-state=reconnecting]")).isVisible();
    assertThat(elif.body("[data-state=ended]")).isHidden();
    assertThat(ends(elif)).isZero();

    john = hosted.john();
    john.join(hosted.call);
    hosted.active();
    assertThat(elif.body("[data-state=connected]")).isVisible();
  }
}
