package dev.optima.console.call;

import dev.optima.console.applicant.ApplicantItem;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Whom to ring: a line to type into, and who is meant by it.
public final class NewCallView extends VBox {
  private static final double WIDTH = 460;
  private static final double HEIGHT = 440;
  private static final double ROW = 50;

  private final Words words;
  private final Ways ways;
  private final TextField search = new TextField();
  private final ListView<ApplicantItem> list = new ListView<>();
  private final Label obstacle = Nodes.wrapped("", "problem");

  /// @param find who is meant by some words, those first who were active last
  /// @param ask has the backend asked for more of them
  /// @param ring rings, and the choice is over
  /// @param notNow why nobody can be rung now
  public record Ways(
      Function<String, List<ApplicantItem>> find,
      Consumer<String> ask,
      Consumer<ApplicantItem> ring,
      Supplier<Optional<String>> notNow,
      Runnable leave) {}

  public NewCallView(Words words, Ways ways) {
    super(12);
    this.words = words;
    this.ways = ways;
    setId(Ids.NEW_CALL);
    setPrefSize(WIDTH, HEIGHT);
    search.setId(Ids.NEW_CALL_SEARCH);
    search.setPromptText(words.get("calls.new.prompt"));
    search.setAccessibleText(words.get("calls.new.prompt"));
    search.textProperty().subscribe(this::look);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setId(Ids.NEW_CALL_LIST);
    list.getStyleClass().addAll("plain-list", "palette-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(Nodes.label(words.get("palette.nothing"), "muted"));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(Nodes.label(words.get("calls.new"), "heading"), search, list, obstacle);
    obstacle.setId(Ids.NEW_CALL_OBSTACLE);
    HBox foot =
        new HBox(
            Nodes.spring(),
            Nodes.button(Ids.DIALOG_CANCEL, words.get("common.cancel"), ways.leave()));
    getChildren().add(foot);
  }

  /// Puts the keyboard where the name is typed.
  public void focusFirst() {
    search.requestFocus();
  }

  private void look(String typed) {
    ways.ask().accept(typed);
    refresh();
  }

  /// Looks again who is known, and whether one may ring: the backend may have told of more.
  public void refresh() {
    obstacle.setText(ways.notNow().get().orElse(""));
    Nodes.present(obstacle, !obstacle.getText().isEmpty());
    List<ApplicantItem> found = ways.find().apply(search.getText());
    if (!found.equals(list.getItems())) {
      ApplicantItem before = list.getSelectionModel().getSelectedItem();
      list.getItems().setAll(found);
      int again = before == null ? 0 : Math.max(0, index(before));
      list.getSelectionModel().clearAndSelect(found.isEmpty() ? -1 : again);
    }
  }

  private int index(ApplicantItem wanted) {
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i).id().equals(wanted.id())) {
        return i;
      }
    }
    return -1;
  }

  private void key(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      int to =
          Math.clamp(
              at + (event.getCode() == KeyCode.DOWN ? 1L : -1L),
              0,
              Math.max(0, list.getItems().size() - 1));
      list.getSelectionModel().clearAndSelect(to);
      list.scrollTo(Math.max(0, to - 3));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      ring(list.getSelectionModel().getSelectedItem());
      event.consume();
    }
  }

  private void ring(@Nullable ApplicantItem item) {
    if (item != null && ways.notNow().get().isEmpty()) {
      ways.ring().accept(item);
    }
  }

  /// Somebody who may be rung.
  private final class Cell extends ListCell<ApplicantItem> {
    Cell() {
      setPrefWidth(0);
      setOnMouseClicked(_ -> ring(getItem()));
    }

    @Override
    protected void updateItem(@Nullable ApplicantItem item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      setGraphic(empty || item == null ? null : row(item));
      setAccessibleText(empty || item == null ? null : item.name());
    }

    private HBox row(ApplicantItem item) {
      Avatar face = new Avatar(words, item.name(), 32);
      face.showOnline(item.online());
      Label name = Nodes.label(item.name(), "name");
      String position = item.applicant().position();
      String online = words.get(item.online() ? "calls.new.online" : "calls.new.offline");
      Label detail =
          Nodes.label(position == null ? online : position + " · " + online, "small", "muted");
      VBox who = new VBox(1, name, detail);
      who.setMinWidth(0);
      HBox.setHgrow(who, Priority.ALWAYS);
      HBox row = new HBox(10, face, who);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("palette-row");
      return row;
    }
  }
}
