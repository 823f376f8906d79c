package dev.optima.console.applicant;

import dev.optima.console.applicant.FieldEdit.State;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The team's notes about an applicant. They are saved by themselves.
final class NotesView extends VBox implements AutoCloseable {
  private static final int ROWS = 5;

  private final Words words;
  private final TextArea text = new TextArea();
  private final Label state = Nodes.label("", "smaller", "muted");
  private final FieldHint hint;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ProfileEdit edit;

  NotesView(Words words) {
    super(6);
    this.words = words;
    this.hint = new FieldHint(words, ProfileField.NOTES, value -> value);
    text.setId(Ids.PROFILE_NOTES);
    text.setWrapText(true);
    text.setPrefRowCount(ROWS);
    text.setPromptText(words.get("notes.prompt"));
    text.setAccessibleText(words.get("notes.title"));
    state.setId(Ids.NOTES_STATE);
    HBox head =
        new HBox(8, Nodes.label(words.get("notes.title"), "heading"), Nodes.spring(), state);
    getChildren().addAll(head, text, hint);
    text.focusedProperty()
        .addListener(
            (_, _, now) -> {
              if (!now && edit != null) {
                edit.save(ProfileField.NOTES);
              }
            });
  }

  void show(ProfileEdit next) {
    if (edit == next) {
      return;
    }
    subscriptions.close();
    edit = next;
    FieldEdit notes = next.field(ProfileField.NOTES);
    text.textProperty().bindBidirectional(notes.text());
    subscriptions.add(() -> text.textProperty().unbindBidirectional(notes.text()));
    subscriptions.follow(notes.state(), this::show);
  }

  private void show(State now) {
    state.setText(
        switch (now) {
          case State.Same _ -> "";
          case State.Changed _ -> words.get("notes.typing");
          case State.Saving _ -> words.get("notes.saving");
          case State.Saved _ -> words.get("notes.saved");
          case State.Waiting _, State.Refused _, State.Conflict _ -> words.get("notes.unsaved");
        });
    hint.show(edit, now);
  }

  @Override
  public void close() {
    subscriptions.close();
    edit = null;
  }
}
