package dev.optima.console.chat;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The files that go with the next message: how far each is, and how to stop or repeat it.
final class TrayView extends VBox implements AutoCloseable {
  private static final double WIDEST = 460;
  private static final double HIGHEST = 150;

  private final Words words;
  private final VBox cards = new VBox(6);
  private final Label problem = Nodes.wrapped("", "problem", "small");
  private final Subscriptions subscriptions = new Subscriptions();
  private final Subscriptions ofCards = new Subscriptions();

  TrayView(Words words) {
    super(6);
    this.words = words;
    setId(Ids.TRAY);
    problem.setId(Ids.TRAY_PROBLEM);
    getStyleClass().add("tray");
    getChildren().addAll(pane(), problem);
  }

  /// Many files scroll, so that the thread stays in sight.
  private ScrollPane pane() {
    ScrollPane pane = new ScrollPane(cards);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.minHeightProperty().bind(Bindings.min(HIGHEST, cards.heightProperty()));
    pane.maxHeightProperty().bind(pane.minHeightProperty());
    return pane;
  }

  void show(TrayViewModel tray) {
    subscriptions.close();
    subscriptions.list(tray.items(), () -> fill(tray));
    subscriptions.follow(
        tray.problem(),
        why -> {
          problem.setText(why == null ? "" : words.get(why));
          Nodes.present(problem, why != null);
          Nodes.present(this, why != null || tray.hasFiles());
        });
  }

  private void fill(TrayViewModel tray) {
    ofCards.close();
    cards.getChildren().setAll(tray.items().stream().map(item -> card(tray, item)).toList());
    Nodes.present(this, tray.hasFiles() || tray.problem().get() != null);
  }

  private Node card(TrayViewModel tray, TrayItem item) {
    Label name = Nodes.label(item.name(), "name", "small");
    name.setMinWidth(0);
    Label state = Nodes.wrapped("", "smaller", "muted");
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("tray-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(item.name());
    VBox middle = new VBox(2, name, state, bar);
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    Button again =
        Nodes.iconButton(
            "",
            Feather.ROTATE_CW,
            words.get("chat.file.retry", item.name()),
            () -> tray.retry(item));
    Button away =
        Nodes.iconButton(
            "", Feather.X, words.get("chat.file.remove", item.name()), () -> tray.remove(item));
    HBox card = new HBox(8, Nodes.icon(Feather.FILE_TEXT), middle, again, away);
    card.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().add("tray-card");
    card.setMaxWidth(WIDEST);
    ofCards.follow(
        item.progress(),
        now -> {
          bar.setProgress(now.doubleValue());
          tell(state, item);
        });
    ofCards.follow(
        item.state(),
        now -> {
          Nodes.present(bar, now instanceof TrayItem.State.Sending);
          Nodes.present(again, now instanceof TrayItem.State.Failed failed && failed.again());
          card.getStyleClass().remove("tray-failed");
          if (now instanceof TrayItem.State.Failed) {
            card.getStyleClass().add("tray-failed");
          }
          tell(state, item);
        });
    return card;
  }

  private void tell(Label state, TrayItem item) {
    String size = FileWords.size(words, item.size());
    state.setText(
        switch (item.state().get()) {
          case TrayItem.State.Sending _ ->
              words.get("chat.file.sending", size, item.progress().get());
          case TrayItem.State.Ready _ -> words.get("chat.file.ready", size);
          case TrayItem.State.Failed failed -> words.get(failed.why());
        });
  }

  @Override
  public void close() {
    subscriptions.close();
    ofCards.close();
  }
}
