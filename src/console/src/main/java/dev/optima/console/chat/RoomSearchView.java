package dev.optima.console.chat;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The search over one thread, above its rows. Escape puts it away.
final class RoomSearchView extends HBox implements AutoCloseable {
  private static final double WIDEST = 460;
  private static final double HIGHEST = 0.7;

  private final Words words;
  private final InstantSource clock;
  private final Runnable onLeave;
  private @Nullable SearchView view;

  RoomSearchView(Words words, InstantSource clock, Runnable onLeave) {
    super(4);
    this.words = words;
    this.clock = clock;
    this.onLeave = onLeave;
    setId(Ids.ROOM_SEARCH);
    getStyleClass().add("room-search");
    setAlignment(Pos.TOP_LEFT);
    setMaxWidth(WIDEST);
    setMaxHeight(Region.USE_PREF_SIZE);
    Nodes.present(this, false);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
          }
        });
  }

  void open(ThreadViewModel thread) {
    close();
    SearchView next =
        new SearchView(words, clock, thread.search(), false, hit -> thread.jumpTo(hit.entry()));
    next.setPrefHeight(Region.USE_COMPUTED_SIZE);
    next.maxHeightProperty().bind(((Region) getParent()).heightProperty().multiply(HIGHEST));
    HBox.setHgrow(next, Priority.ALWAYS);
    Button close = Nodes.iconButton("", Feather.X, words.get("common.close"), this::leave);
    getChildren().setAll(next, close);
    view = next;
    Nodes.present(this, true);
    next.focusField();
  }

  private void leave() {
    close();
    onLeave.run();
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
      view = null;
    }
    getChildren().clear();
    Nodes.present(this, false);
  }
}
