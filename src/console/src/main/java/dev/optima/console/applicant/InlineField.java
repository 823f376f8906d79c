package dev.optima.console.applicant;

import dev.optima.console.applicant.FieldEdit.State;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A row of the profile whose value is edited where it stands: Enter and leaving it save, Escape
/// takes back. At rest a long value breaks into lines, so that it is always seen whole.
final class InlineField extends VBox implements AutoCloseable {
  static final double LABELS = 84;

  /// Of the value, left and right together, as in the style sheet.
  private static final double PADDING = 14;

  private static final PseudoClass REST = PseudoClass.getPseudoClass("rest");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

  private final ProfileField field;
  private final TextField input = new TextField();
  private final Label whole = Nodes.wrapped("", "inline-value");
  private final FieldHint hint;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ProfileEdit edit;

  InlineField(Words words, ProfileField field, String key) {
    this.field = field;
    this.hint = new FieldHint(words, field, value -> value);
    getStyleClass().add("profile-row");
    Label label = Nodes.label(words.get(key), "muted");
    label.setMinWidth(LABELS);
    label.setLabelFor(input);
    input.setId(Ids.PROFILE_FIELD + field);
    input.setAccessibleText(words.get(key));
    input.setPromptText(words.get("edit.prompt"));
    input.getStyleClass().add("inline-field");
    input.setMinWidth(0);
    HBox row = new HBox(4, label, value());
    row.getStyleClass().add("profile-line");
    getChildren().addAll(row, hint);
    keys();
    if (field == ProfileField.TIME_ZONE) {
      ZoneSuggestions.offer(input, this::save);
    }
  }

  private StackPane value() {
    whole.setId(Ids.PROFILE_VALUE + field);
    whole
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::broken, input.textProperty(), input.widthProperty(), whole.fontProperty()));
    whole.visibleProperty().bind(input.focusedProperty().not());
    whole.setMouseTransparent(true);
    input.focusedProperty().addListener((_, _, now) -> input.pseudoClassStateChanged(REST, !now));
    input.pseudoClassStateChanged(REST, true);
    StackPane value = new StackPane(input, whole);
    value.setAlignment(Pos.CENTER_LEFT);
    value.setMinWidth(0);
    HBox.setHgrow(value, Priority.ALWAYS);
    return value;
  }

  /// An address that is too long for one line breaks before its `@`: within a word, a label would
  /// break wherever the line ends.
  private String broken() {
    Text line = new Text(input.getText());
    line.setFont(whole.getFont());
    boolean fits = line.getLayoutBounds().getWidth() <= input.getWidth() - PADDING;
    return fits ? input.getText() : input.getText().replace("@", "\n@");
  }

  private void keys() {
    input.setOnAction(_ -> save());
    input.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && edit != null) {
            edit.revert(field);
            event.consume();
          }
        });
    input
        .focusedProperty()
        .addListener(
            (_, _, now) -> {
              if (!now) {
                save();
              }
            });
  }

  private void save() {
    if (edit != null) {
      edit.save(field);
    }
  }

  void show(ProfileEdit next) {
    release();
    edit = next;
    FieldEdit value = next.field(field);
    input.textProperty().bindBidirectional(value.text());
    subscriptions.add(() -> input.textProperty().unbindBidirectional(value.text()));
    subscriptions.follow(value.state(), this::show);
  }

  private void show(State state) {
    input.pseudoClassStateChanged(
        WRONG, state instanceof State.Refused || state instanceof State.Conflict);
    hint.show(edit, state);
  }

  private void release() {
    edit = null;
    subscriptions.close();
  }

  @Override
  public void close() {
    release();
  }
}
