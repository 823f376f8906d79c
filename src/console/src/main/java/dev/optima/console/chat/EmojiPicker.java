package dev.optima.console.chat;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;

/// The emoji to choose from: arrows move, Enter takes.
final class EmojiPicker extends ScrollPane {
  private static final int COLUMNS = 10;
  private static final double TILE = 34;
  private static final double PICTURE = 22;
  private static final double ROWS = 6.4;

  private final TilePane tiles = new TilePane();

  EmojiPicker(Words words, Consumer<String> onChosen) {
    setId(Ids.EMOJI_PICKER);
    getStyleClass().add("emoji-picker");
    setAccessibleText(words.get("chat.emoji"));
    tiles.setPrefColumns(COLUMNS);
    for (String emoji : Emoji.all()) {
      tiles.getChildren().add(tile(emoji, onChosen));
    }
    setContent(tiles);
    setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setPrefViewportHeight(TILE * ROWS);
    setPrefViewportWidth(TILE * COLUMNS + 14);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private static Button tile(String emoji, Consumer<String> onChosen) {
    Button tile = new Button();
    tile.setGraphic(Emoji.node(emoji, PICTURE));
    tile.getStyleClass().add("emoji-tile");
    tile.setMinSize(TILE, TILE);
    tile.setMaxSize(TILE, TILE);
    tile.setAccessibleText(emoji);
    tile.setOnAction(_ -> onChosen.accept(emoji));
    return tile;
  }

  private void onKey(KeyEvent event) {
    int at = tiles.getChildren().indexOf(getScene().getFocusOwner());
    int next =
        switch (event.getCode()) {
          case RIGHT -> at + 1;
          case LEFT -> at - 1;
          case DOWN -> at + COLUMNS;
          case UP -> at - COLUMNS;
          default -> -1;
        };
    if (event.getCode() == KeyCode.ENTER && at >= 0) {
      ((Button) tiles.getChildren().get(at)).fire();
      event.consume();
    } else if (event.getCode().isArrowKey()) {
      if (next >= 0 && next < tiles.getChildren().size()) {
        tiles.getChildren().get(next).requestFocus();
      }
      event.consume();
    }
  }

  void focusFirst() {
    tiles.getChildren().getFirst().requestFocus();
  }
}
