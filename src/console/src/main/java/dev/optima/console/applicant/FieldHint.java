package dev.optima.console.applicant;

import dev.optima.console.applicant.FieldEdit.State;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is said beneath a field: that it is being saved, why it is not, or that a colleague was
/// faster.
final class FieldHint extends VBox {
  private final Words words;
  private final ProfileField field;
  private final UnaryOperator<String> shown;

  /// @param shown how a value is written for people
  FieldHint(Words words, ProfileField field, UnaryOperator<String> shown) {
    super(4);
    this.words = words;
    this.field = field;
    this.shown = shown;
    getStyleClass().add("field-hint");
    setId("hint-" + field);
  }

  void show(@Nullable ProfileEdit edit, State state) {
    getChildren().clear();
    switch (state) {
      case State.Same _, State.Changed _, State.Saving _, State.Saved _ -> {}
      case State.Waiting(var why) ->
          say(words.get("edit.waiting") + " " + words.get(why), "warning");
      case State.Refused(var why) -> say(words.get(why), "problem");
      case State.Conflict(String theirs) -> {
        say(words.get("edit.conflict"), "warning");
        Label other = Nodes.wrapped(theirs.isEmpty() ? "—" : shown.apply(theirs), "theirs");
        getChildren().add(other);
        if (edit != null) {
          getChildren().add(choices(edit));
        }
      }
    }
    Nodes.present(this, !getChildren().isEmpty());
  }

  private void say(String text, String style) {
    getChildren().add(Nodes.wrapped(text, "smaller", style));
  }

  private FlowPane choices(ProfileEdit edit) {
    FlowPane choices = new FlowPane(6, 4);
    choices
        .getChildren()
        .addAll(
            Nodes.button(
                "mine-" + field, words.get("edit.mine"), () -> edit.keepMine(field), "small"),
            Nodes.button(
                "theirs-" + field,
                words.get("edit.theirs"),
                () -> edit.takeTheirs(field),
                "small"));
    if (field == ProfileField.NOTES) {
      choices
          .getChildren()
          .add(
              Nodes.button(
                  "both-" + field, words.get("edit.both"), () -> edit.keepBoth(field), "small"));
    }
    return choices;
  }
}
