package dev.optima.console.login;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The form that signs in.
public final class LoginView extends StackPane implements AutoCloseable {
  private final Words words;
  private final LoginViewModel model;
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param onLanguage another language was chosen; the view is built anew then
  public LoginView(Words words, LoginViewModel model, Consumer<Language> onLanguage) {
    this.words = words;
    this.model = model;
    setId(Ids.LOGIN);
    getStyleClass().add("login");
    getChildren()
        .add(
            new LoginCard(
                words,
                "login.title",
                onLanguage,
                place(),
                field("login.email", input(new TextField(), Ids.LOGIN_EMAIL)),
                field("login.password", input(new PasswordField(), Ids.LOGIN_PASSWORD)),
                remember(),
                waits(),
                problem(),
                trouble(),
                submit()));
    subscriptions.onChange(model.busy(), this::retype);
  }

  /// Where one signs in, and the way to another server.
  private Node place() {
    Label host = Nodes.wrapped("");
    host.setId(Ids.LOGIN_PLACE);
    HBox.setHgrow(host, Priority.ALWAYS);
    host.setMaxWidth(Double.MAX_VALUE);
    subscriptions.follow(model.place(), host::setText);
    Button change =
        Nodes.button(Ids.LOGIN_CHANGE, words.get("login.change"), model::changeServer, "flat");
    subscriptions.follow(model.busy(), change::setDisable);
    HBox row = new HBox(8, host, change);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(2, Nodes.label(words.get("login.server"), "small", "muted"), row);
  }

  private Node waits() {
    Label note = Nodes.wrapped(words.get("login.linkWaits"), "note-box");
    note.setId(Ids.LOGIN_LINK_WAITS);
    note.setMaxWidth(Double.MAX_VALUE);
    // What is wrong comes first, and the smallest window has no room for both.
    subscriptions.update(
        () -> Nodes.present(note, model.linkWaits().get() && model.trouble().get() == null),
        model.linkWaits(),
        model.trouble());
    return note;
  }

  private Node trouble() {
    TroubleBox box = new TroubleBox(words);
    subscriptions.follow(model.trouble(), box::show);
    return box;
  }

  private TextInputControl input(TextInputControl field, String id) {
    field.setId(id);
    subscriptions.add(() -> field.textProperty().unbind());
    switch (id) {
      case Ids.LOGIN_EMAIL -> field.textProperty().bindBidirectional(model.email());
      default -> field.textProperty().bindBidirectional(model.password());
    }
    subscriptions.follow(model.busy(), field::setDisable);
    return field;
  }

  private Node field(String key, TextInputControl input) {
    Label label = Nodes.label(words.get(key), "small", "muted");
    label.setLabelFor(input);
    return new VBox(4, label, input);
  }

  private Node remember() {
    CheckBox box = new CheckBox(words.get("login.remember"));
    box.setId(Ids.LOGIN_REMEMBER);
    box.selectedProperty().bindBidirectional(model.remember());
    return box;
  }

  private Node problem() {
    Label text = Nodes.wrapped("");
    text.setId(Ids.LOGIN_PROBLEM);
    HBox box = new HBox(text);
    HBox.setHgrow(text, Priority.ALWAYS);
    box.getStyleClass().add("problem-box");
    subscriptions.follow(
        model.problem(),
        message -> {
          text.setText(message == null ? "" : words.get(message));
          Nodes.present(box, message != null);
        });
    return box;
  }

  private Node submit() {
    Button button = Nodes.button(Ids.LOGIN_SUBMIT, "", model::signIn, "accent");
    return LoginCard.wayOn(
        button,
        model.busy(),
        busy -> words.get(busy ? "login.busy" : "login.submit"),
        subscriptions);
  }

  /// Whoever is refused types on at once: the password is marked, for the next try replaces it.
  private void retype(boolean busy) {
    if (!busy
        && model.problem().get() != null
        && lookup("#" + Ids.LOGIN_PASSWORD) instanceof TextInputControl field) {
      field.requestFocus();
      field.selectAll();
    }
  }

  /// Puts the cursor where something is missing.
  public void focusFirst() {
    String id = model.email().get().isEmpty() ? Ids.LOGIN_EMAIL : Ids.LOGIN_PASSWORD;
    Node field = lookup("#" + id);
    if (field != null) {
      field.requestFocus();
    }
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
