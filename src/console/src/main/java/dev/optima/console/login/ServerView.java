package dev.optima.console.login;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first step of a console that knows no server: where it is.
public final class ServerView extends StackPane implements AutoCloseable {
  private final Words words;
  private final ServerViewModel model;
  private final TextField address = new TextField();
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param onLanguage another language was chosen; the view is built anew then
  public ServerView(Words words, ServerViewModel model, Consumer<Language> onLanguage) {
    this.words = words;
    this.model = model;
    setId(Ids.SERVER);
    getStyleClass().add("login");
    getChildren()
        .add(
            new LoginCard(
                words,
                "server.title",
                onLanguage,
                Nodes.wrapped(words.get("server.text"), "muted"),
                field(),
                linked(),
                trouble(),
                go()));
  }

  private Node field() {
    address.setId(Ids.LOGIN_SERVER);
    address.setPromptText(words.get("server.prompt"));
    address.textProperty().bindBidirectional(model.address());
    subscriptions.add(() -> address.textProperty().unbindBidirectional(model.address()));
    subscriptions.follow(model.busy(), address::setDisable);
    Label label = Nodes.label(words.get("login.server"), "small", "muted");
    label.setLabelFor(address);
    return new VBox(4, label, address);
  }

  private Node linked() {
    Label note = Nodes.wrapped("", "note-box");
    note.setId(Ids.SERVER_LINKED);
    note.setMaxWidth(Double.MAX_VALUE);
    subscriptions.follow(
        model.linked(),
        host -> {
          note.setText(host == null ? "" : words.get("server.linked", host));
          Nodes.present(note, host != null);
        });
    return note;
  }

  private Node trouble() {
    TroubleBox box = new TroubleBox(words);
    subscriptions.follow(
        model.trouble(),
        trouble -> {
          box.show(trouble);
          if (trouble != null) {
            address.requestFocus();
          }
        });
    return box;
  }

  private Node go() {
    Button button = Nodes.button(Ids.SERVER_GO, "", model::check, "accent");
    return LoginCard.wayOn(
        button, model.busy(), busy -> words.get(busy ? "server.busy" : "server.go"), subscriptions);
  }

  /// Puts the cursor into the address.
  public void focusFirst() {
    address.requestFocus();
    address.end();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
