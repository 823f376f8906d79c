package dev.optima.console.look;

import dev.optima.console.i18n.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where a dialog is shown: over the window's content, dimming it. One dialog at a time; Escape
/// means no. The keyboard stays in the dialog, and goes back to where it was.
public final class Overlay extends StackPane {
  private final KeyboardHold keyboard = new KeyboardHold(this);
  private @Nullable Runnable onEscape;

  public Overlay() {
    getStyleClass().add("overlay");
    setVisible(false);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && onEscape != null) {
            event.consume();
            onEscape.run();
          }
        });
  }

  /// Shows a dialog of one's own making.
  ///
  /// @param escape what Escape does
  public void show(Region dialog, Runnable escape) {
    dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    dialog.getStyleClass().add("dialog-card");
    onEscape = escape;
    getChildren().setAll(dialog);
    setVisible(true);
    keyboard.take();
  }

  public void hide() {
    onEscape = null;
    keyboard.giveBack();
    setVisible(false);
    getChildren().clear();
  }

  /// Asks a question.
  ///
  /// @param answer told once, and the dialog is gone by then
  public void ask(Words words, Question question, Answer answer) {
    Button yes =
        Nodes.button(
            Ids.DIALOG_OK,
            question.yes(),
            () -> {
              hide();
              answer.given(true);
            },
            question.dangerous() ? "danger" : "accent");
    Runnable no =
        () -> {
          hide();
          answer.given(false);
        };
    Button cancel = Nodes.button(Ids.DIALOG_CANCEL, words.get("common.cancel"), no);
    HBox buttons = new HBox(8, Nodes.spring(), cancel, yes);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox box =
        new VBox(
            12,
            Nodes.wrapped(question.title(), "heading"),
            Nodes.wrapped(question.text(), "muted"),
            buttons);
    box.setId(Ids.DIALOG);
    box.setPrefWidth(420);
    show(box, no);
    focus(question.dangerous() ? cancel : yes);
  }

  private static void focus(Node node) {
    node.requestFocus();
  }

  /// A question that has yes and no for an answer.
  ///
  /// @param yes the word on the button that does it
  public record Question(String title, String text, String yes, boolean dangerous) {}

  /// What is done with the answer.
  @FunctionalInterface
  public interface Answer {
    void given(boolean yes);
  }
}
