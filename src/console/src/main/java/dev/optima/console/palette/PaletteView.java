package dev.optima.console.palette;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The palette over the window: one line to type into, and what it finds.
public final class PaletteView extends StackPane implements AutoCloseable {
  private static final double WIDTH = 560;
  private static final double ROW = 42;
  private static final int ROWS = 9;

  private final Words words;
  private final PaletteViewModel model;
  private final TextField input = new TextField();
  private final ListView<PaletteItem> list;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable Node focusBefore;

  public PaletteView(Words words, PaletteViewModel model) {
    this.words = words;
    this.model = model;
    this.list = new ListView<>(model.found());
    getStyleClass().add("overlay");
    setAlignment(Pos.TOP_CENTER);
    input.setId(Ids.PALETTE_INPUT);
    input.setPromptText(words.get("palette.prompt"));
    input.setAccessibleText(words.get("palette.prompt"));
    input.getStyleClass().add("palette-input");
    list.setId(Ids.PALETTE_LIST);
    list.getStyleClass().addAll("plain-list", "palette-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(Nodes.label(words.get("palette.nothing"), "muted"));
    VBox card = new VBox(input, list, foot());
    card.setId(Ids.PALETTE);
    card.getStyleClass().addAll("dialog-card", "palette");
    card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    getChildren().add(card);
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            model.close();
          }
        });
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    follow();
  }

  private Node foot() {
    Label keys = Nodes.label(words.get("palette.keys"), "smaller", "faint");
    HBox foot = new HBox(keys);
    foot.getStyleClass().add("palette-foot");
    return foot;
  }

  private void follow() {
    input.textProperty().bindBidirectional(model.query());
    subscriptions.add(() -> input.textProperty().unbindBidirectional(model.query()));
    // as a list listener, after the list view's own: it moves its selection along with the rows
    subscriptions.list(model.found(), this::pick);
    subscriptions.onChange(model.picked(), _ -> pick());
    subscriptions.follow(model.isOpen(), this::show);
  }

  private void show(boolean open) {
    setVisible(open);
    if (open) {
      focusBefore = getScene() == null ? null : getScene().getFocusOwner();
      input.requestFocus();
    } else if (focusBefore != null) {
      focusBefore.requestFocus();
      focusBefore = null;
    }
  }

  private void pick() {
    int rows = Math.clamp(model.found().size(), 2, ROWS);
    list.setPrefHeight(rows * ROW + 2);
    int picked = model.picked().get();
    if (picked < model.found().size()) {
      list.getSelectionModel().clearAndSelect(picked);
      list.scrollTo(Math.max(0, picked - ROWS + 2));
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case PAGE_DOWN -> model.move(5);
      case PAGE_UP -> model.move(-5);
      case TAB -> model.move(event.isShiftDown() ? -1 : 1);
      case ENTER -> {
        focusBefore = null;
        model.take();
      }
      case ESCAPE -> model.close();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  /// One thing that was found.
  private final class Cell extends ListCell<PaletteItem> {
    Cell() {
      setPrefWidth(0);
      setOnMouseClicked(
          _ -> {
            PaletteItem item = getItem();
            if (item != null) {
              focusBefore = null;
              model.take(item);
            }
          });
    }

    @Override
    protected void updateItem(@Nullable PaletteItem item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      setGraphic(empty || item == null ? null : row(item));
      setAccessibleText(empty || item == null ? null : item.name());
    }

    private Node row(PaletteItem item) {
      Label name = Nodes.label(item.name(), "name");
      name.setMinWidth(0);
      Label detail = Nodes.label(item.detail(), "small", "muted");
      detail.setMinWidth(0);
      HBox.setHgrow(detail, Priority.ALWAYS);
      detail.setMaxWidth(Double.MAX_VALUE);
      HBox row = new HBox(10, picture(item), name, detail);
      if (item.keys() != null) {
        Label keys = Nodes.label(item.keys(), "key");
        keys.setMinWidth(USE_PREF_SIZE);
        row.getChildren().add(keys);
      }
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("palette-row");
      return row;
    }

    private Node picture(PaletteItem item) {
      return switch (item.kind()) {
        case PERSON -> new Avatar(words, item.name(), 24);
        case PAGE -> framed(Feather.LAYOUT);
        case PERSON_ACTION, ACTION -> framed(Feather.ZAP);
      };
    }

    private Node framed(Feather icon) {
      StackPane frame = new StackPane(Nodes.icon(icon));
      frame.setMinSize(24, 24);
      return frame;
    }
  }
}
