package dev.optima.console.applicant;

import dev.optima.console.i18n.Message;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One field while it is edited: what the backend has, what is typed, and how the two stand.
public final class FieldEdit {
  private final ProfileField field;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Same());
  private String base;

  /// How what is typed stands to what the backend has.
  public sealed interface State {
    /// Nothing was typed.
    record Same() implements State {}

    /// Typed, and not sent yet.
    record Changed() implements State {}

    record Saving() implements State {}

    record Saved() implements State {}

    /// Not sent, and tried again by itself.
    record Waiting(Message why) implements State {}

    /// Cannot be kept like this.
    record Refused(Message why) implements State {}

    /// A colleague wrote something else meanwhile.
    record Conflict(String theirs) implements State {}
  }

  FieldEdit(ProfileField field, String base) {
    this.field = field;
    this.base = base;
    text.set(base);
    text.addListener((_, _, _) -> typed());
  }

  private void typed() {
    State now = state.get();
    if (now instanceof State.Conflict || now instanceof State.Saving) {
      return;
    }
    state.set(isDirty() ? new State.Changed() : new State.Same());
  }

  /// Takes up what the backend has now.
  void fresh(String theirs) {
    if (theirs.equals(base)) {
      return;
    }
    boolean dirty = isDirty();
    base = theirs;
    if (!dirty) {
      text.set(theirs);
      state.set(new State.Same());
    } else if (isDirty()) {
      state.set(new State.Conflict(theirs));
    } else {
      state.set(new State.Same());
    }
  }

  /// The backend has taken `sent`, and keeps it as `kept`.
  void saved(String sent, String kept) {
    boolean same = value().equals(sent);
    base = kept;
    if (same) {
      text.set(kept);
    }
    state.set(same ? new State.Saved() : new State.Changed());
  }

  /// Takes up what was typed in an earlier run of the console, over what the backend had then.
  void restore(String typed, String over) {
    String theirs = base;
    text.set(typed);
    if (!over.equals(theirs) && isDirty()) {
      state.set(new State.Conflict(theirs));
    }
  }

  /// What the backend has rules again.
  void revert() {
    text.set(base);
    state.set(new State.Same());
  }

  void set(State next) {
    state.set(next);
  }

  boolean isDirty() {
    return !value().equals(base);
  }

  String value() {
    return field.normal(text.get());
  }

  /// What the backend has.
  String base() {
    return base;
  }

  /// What is typed.
  public StringProperty text() {
    return text;
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }
}
