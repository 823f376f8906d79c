package dev.optima.console.toast;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows the toasts one above the other.
public final class ToastsView extends VBox implements AutoCloseable {
  private static final double WIDTH = 440;

  private final Words words;
  private final ToastsViewModel model;
  private final Subscriptions subscriptions = new Subscriptions();

  public ToastsView(Words words, ToastsViewModel model) {
    super(8);
    this.words = words;
    this.model = model;
    setAlignment(Pos.BOTTOM_CENTER);
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    setPickOnBounds(false);
    subscriptions.list(
        model.toasts(),
        () -> getChildren().setAll(model.toasts().stream().map(this::card).toList()));
  }

  private Node card(Toast toast) {
    Label text = Nodes.wrapped(words.get(toast.text()));
    text.setId(Ids.TOAST_TEXT);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox card = new HBox(12, text);
    card.setId(Ids.TOAST);
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(text.getText());
    if (toast.step() != null) {
      card.getChildren()
          .add(
              Nodes.button(
                  Ids.TOAST_STEP,
                  words.get(toast.step().word()),
                  () -> model.take(toast),
                  "link-button"));
    }
    card.getChildren()
        .add(
            Nodes.iconButton(
                Ids.TOAST_CLOSE, Feather.X, words.get("common.close"), () -> model.dismiss(toast)));
    card.getStyleClass().add("toast");
    if (toast.tone() == Toast.Tone.PROBLEM) {
      card.getStyleClass().add("toast-problem");
    }
    card.setAlignment(Pos.CENTER_LEFT);
    card.hoverProperty().addListener((_, _, now) -> model.hold(now ? toast : null));
    return card;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
