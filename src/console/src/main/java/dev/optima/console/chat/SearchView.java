package dev.optima.console.chat;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.SearchHits.Hit;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field for words and the messages that have them: arrows move, Enter goes there.
public final class SearchView extends VBox implements AutoCloseable {
  private static final int NEAR = 3;
  private static final double ROW = 52;

  private final Words words;
  private final SearchViewModel model;
  private final Consumer<Hit> onChosen;
  private final TextField field = new TextField();
  private final ListView<Hit> list = new ListView<>();
  private final Label state = Nodes.wrapped("", "small", "muted");
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param everywhere whether the applicants' names are shown
  /// @param onChosen goes to a message
  public SearchView(
      Words words,
      InstantSource clock,
      SearchViewModel model,
      boolean everywhere,
      Consumer<Hit> onChosen) {
    super(8);
    this.words = words;
    this.model = model;
    this.onChosen = onChosen;
    getStyleClass().add("search-view");
    field.setId(Ids.SEARCH_FIELD);
    String prompt = words.get(everywhere ? "search.everywhere" : "search.here");
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.textProperty().bindBidirectional(model.query());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.setId(Ids.SEARCH_HITS);
    list.getStyleClass().add("plain-list");
    list.setItems(model.hits());
    list.setCellFactory(_ -> new HitCell(words, clock, everywhere, this::choose));
    list.prefHeightProperty().bind(Bindings.size(model.hits()).multiply(ROW).add(4));
    VBox.setVgrow(list, Priority.ALWAYS);
    state.setId(Ids.SEARCH_STATE);
    getChildren().addAll(field, state, list);
    subscriptions.add(() -> field.textProperty().unbindBidirectional(model.query()));
    subscriptions.update(
        this::tell, model.loading(), model.searched(), model.problem(), model.hits());
  }

  private void tell() {
    String says = "";
    if (model.problem().get() != null) {
      says = words.get(model.problem().get());
    } else if (model.loading().get()) {
      says = words.get("common.loading");
    } else if (model.searched().get()) {
      says =
          model.hits().isEmpty()
              ? words.get("search.nothing")
              : words.get("search.found", model.hits().size());
    }
    state.setText(says);
    Nodes.present(state, !says.isEmpty());
    Nodes.present(list, !model.hits().isEmpty());
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      move(1);
      event.consume();
    } else if (event.getCode() == KeyCode.UP) {
      move(-1);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      Hit chosen = list.getSelectionModel().getSelectedItem();
      if (chosen == null) {
        model.search();
      } else {
        choose(chosen);
      }
      event.consume();
    }
  }

  private void move(int by) {
    int next = list.getSelectionModel().getSelectedIndex() + by;
    if (next >= 0 && next < model.hits().size()) {
      list.getSelectionModel().clearAndSelect(next);
      list.scrollTo(Math.max(0, next - 1));
    }
    if (next >= model.hits().size() - NEAR) {
      model.more();
    }
  }

  private void choose(Hit hit) {
    onChosen.accept(hit);
  }

  /// Puts the cursor into the field.
  public void focusField() {
    field.requestFocus();
    field.selectAll();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
