package dev.optima.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the eyes and the keyboard reach: in a small window, in dialogs and in the palette.
class DeskReachTest {
  @TempDir Path home;

  private DeskRig rig;
  private SampleDesk sample;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    sample = new SampleDesk(rig.backend(), rig.now());
    sample.fill();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void show(double width, double height) {
    rig.show(Samples.elif(), width, height);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
  }

  @Test
  void theProfileOpensOverTheThreadWhereItHasNoPlace() {
    show(900, 600);
    rig.awaitGone(Ids.PROFILE);
    toggle();
    Node profile = rig.await(Ids.PROFILE);
    rig.until("it is drawn whole", () -> isInside(profile));
    press(KeyCode.ESCAPE);
    rig.awaitGone(Ids.PROFILE);
    toggle();
    rig.await(Ids.PROFILE);
  }

  @Test
  void aWideWindowNeedsNoWayToTheProfile() {
    show(1440, 900);
    rig.await(Ids.PROFILE);
    assertThat(rig.isShown(Ids.PROFILE_TOGGLE)).isFalse();
  }

  @Test
  void aLongAddressIsSeenWhole() {
    show(1440, 900);
    TextField email = (TextField) rig.await(Ids.PROFILE_FIELD + "EMAIL");
    String address = "maximiliane.von.hohenlohe-wuerttemberg@post.example.org";
    DeskRig.fx(
        () -> {
          email.setText(address);
          return true;
        });
    Label value = (Label) rig.await(Ids.PROFILE_VALUE + "EMAIL");
    rig.until(
        "every letter is drawn",
        () ->
            value.lookup(".text") instanceof Text text
                && text.getText().equals(address.replace("@", "\n@")));
    assertThat(DeskRig.fx(value::getHeight)).isGreaterThan(40);
  }

  @Test
  void theKeyboardStaysInTheDialogAndComesBack() {
    show(1440, 900);
    Node invite = rig.await(Ids.INVITE);
    DeskRig.fx(
        () -> {
          invite.requestFocus();
          return true;
        });
    rig.press(Ids.INVITE);
    Node dialog = rig.await(Ids.DIALOG);
    assertThat(isWithin(owner(), dialog)).isTrue();
    DeskRig.fx(
        () -> {
          rig.stage().getScene().lookup("#" + Ids.VIDEO_CALL).requestFocus();
          return true;
        });
    assertThat(isWithin(owner(), dialog)).isTrue();
    press(KeyCode.ESCAPE);
    rig.awaitGone(Ids.DIALOG);
    assertThat(owner()).isSameAs(invite);
  }

  @Test
  void thePaletteMarksWhatEnterWouldTake() {
    show(1440, 900);
    DeskRig.fx(
        () -> {
          rig.stage().getScene().getAccelerators().entrySet().stream()
              .filter(keys -> keys.getKey().getName().endsWith("+K"))
              .forEach(keys -> keys.getValue().run());
          return true;
        });
    TextField input = (TextField) rig.await(Ids.PALETTE_INPUT);
    ListView<?> list = (ListView<?>) rig.await(Ids.PALETTE_LIST);
    for (String typed : new String[] {"a", "ay", "ayş", "j", "jo", ""}) {
      DeskRig.fx(
          () -> {
            input.setText(typed);
            return true;
          });
      assertThat(DeskRig.fx(() -> list.getSelectionModel().getSelectedIndex())).isZero();
    }
  }

  private void toggle() {
    ToggleButton button = (ToggleButton) rig.await(Ids.PROFILE_TOGGLE);
    DeskRig.fx(
        () -> {
          button.fire();
          return true;
        });
  }

  private void press(KeyCode code) {
    DeskRig.fx(
        () -> {
          rig.stage()
              .getScene()
              .getFocusOwner()
              .fireEvent(
                  new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
          return true;
        });
  }

  private Node owner() {
    return DeskRig.fx(() -> rig.stage().getScene().getFocusOwner());
  }

  private boolean isInside(Node node) {
    Scene scene = rig.stage().getScene();
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return bounds.getWidth() >= 300 && bounds.getMaxX() <= scene.getWidth() + 1;
  }

  private static boolean isWithin(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }
}
