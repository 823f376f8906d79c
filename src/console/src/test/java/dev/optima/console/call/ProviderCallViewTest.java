package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.Shots;
import dev.optima.console.surface.PageCommand;
import dev.optima.console.surface.PageState;
import dev.optima.console.surface.PictureBackground;
import dev.optima.console.surface.SurfaceEvent;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The call view of a call that a Jitsi server carries.
class ProviderCallViewTest {
  private static final List<String> ROOM =
      List.of(Ids.BACKGROUND, Ids.LOBBY, Ids.RECORD, Ids.TRANSCRIBE);

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Language.class)
  void showsWhatTheRoomOffersAndNeverRunsOutOfTheWindow(Language language) throws Exception {
    try (DeskRig rig = DeskRig.of(Samples.admin(), home, language)) {
      SampleDesk sample = new SampleDesk(rig.backend(), rig.now());
      sample.fill();
      enter(rig, sample);
      say(rig, new SurfaceEvent.Media(true, true, false));
      say(rig, new SurfaceEvent.State(PageState.CONNECTED, null));
      for (String id : ROOM) {
        assertThat(shown(rig, id)).as("%s before the room offers it", id).isFalse();
      }

      say(rig, new SurfaceEvent.Offers(true, true, true, true, true, true));
      say(rig, new SurfaceEvent.Stats(0.038, 0.002, 0.004, 1_800_000.0, 30.0, 1280, 720, 400, 4));
      say(
          rig,
          new SurfaceEvent.Room(
              true, CallRecording.State.RECORDING, true, true, PictureBackground.BLUR));
      say(
          rig,
          new SurfaceEvent.Knocking(
              List.of(
                  new SurfaceEvent.Knocker("k1", "Mia Yılmaz"),
                  new SurfaceEvent.Knocker("k2", " "))));
      rig.skip(java.time.Duration.ofSeconds(766));
      Shots.shoot(rig, language, "provider-call");
      assertInside(rig);
      assertThat(((Label) rig.await(Ids.CALL_RECORDING)).getText()).startsWith("●");
      rig.press(Ids.ROOM_ADMIT + "k1");
      rig.press(Ids.ROOM_REFUSE + "k2");
      assertThat(rig.surface().commands())
          .endsWith(new PageCommand.Admit("k1", true), new PageCommand.Admit("k2", false));

      resize(rig, 900, 600);
      Shots.shoot(rig, language, "provider-call-narrow");
      assertInside(rig);
      MenuButton more = (MenuButton) rig.await(Ids.MORE);
      MenuItem record =
          DeskRig.fx(
              () -> {
                more.show();
                MenuItem found =
                    more.getItems().stream()
                        .filter(item -> Ids.RECORD.equals(item.getId()))
                        .findFirst()
                        .orElseThrow();
                return found;
              });
      Shots.shoot(rig, language, "provider-call-more");
      DeskRig.fx(
          () -> {
            record.fire();
            more.hide();
            return true;
          });
      assertThat(rig.surface().commands()).endsWith(new PageCommand.Record(false));
      rig.press(Ids.CHAT);
      rig.await(Ids.CALL_SIDE);
      Shots.shoot(rig, language, "provider-call-narrowest");
      assertInside(rig);
      DeskRig.fx(
          () -> {
            Styles.look(true);
            return true;
          });
      resize(rig, 1440, 900);
      Shots.shoot(rig, language, "provider-call-dark");
      DeskRig.fx(
          () -> {
            Styles.look(false);
            return true;
          });
    }
  }

  private static void enter(DeskRig rig, SampleDesk sample) throws Exception {
    rig.show(Samples.admin(), 1440, 900);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
    rig.until(
        "one may call", () -> !rig.stage().getScene().lookup("#" + Ids.VIDEO_CALL).isDisabled());
    rig.press(Ids.VIDEO_CALL);
    String key = rig.backend().socket().next(ClientMessage.VideoCallRequest.class).key();
    CallSnapshot ringing = sample.ringing(rig.now(), 7);
    rig.backend().socket().say(SampleDesk.rings(ringing, key, 1));
    CallSnapshot call =
        Samples.call(
            ringing.callId().value(),
            Samples.JOHN,
            "John Doe",
            Samples.ELIF,
            "Elif Kaya",
            CallState.ACTIVE,
            3,
            ringing.createdAt());
    rig.backend().socket().say(sample.ready(call));
    rig.await(Ids.CALL_VIEW);
  }

  private static void say(DeskRig rig, SurfaceEvent event) throws Exception {
    DeskRig.fx(
        () -> {
          rig.surface().say(event);
          return true;
        });
  }

  private static void resize(DeskRig rig, double width, double height) throws Exception {
    DeskRig.fx(
        () -> {
          rig.stage().setWidth(width);
          rig.stage().setHeight(height);
          return true;
        });
  }

  private static boolean shown(DeskRig rig, String id) throws Exception {
    return DeskRig.fx(
        () -> rig.stage().getScene().lookup("#" + id) instanceof Node node && node.isVisible());
  }

  private static void assertInside(DeskRig rig) throws Exception {
    DeskRig.fx(
        () -> {
          rig.stage().getScene().getRoot().layout();
          Node bar = rig.stage().getScene().lookup(".call-controls");
          Bounds room = bar.getParent().localToScene(bar.getParent().getLayoutBounds());
          for (Node control : bar.lookupAll(".control")) {
            if (control.isVisible()) {
              Bounds at = control.localToScene(control.getLayoutBounds());
              assertThat(at.getMinX())
                  .as(control.getId())
                  .isGreaterThanOrEqualTo(room.getMinX() - 1);
              assertThat(at.getMaxX()).as(control.getId()).isLessThanOrEqualTo(room.getMaxX() + 1);
            }
          }
          return true;
        });
  }
}
