package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What became of the team's calls: filters, search, and the rows.
final class HistoryView extends VBox implements AutoCloseable {
  private final Words words;
  private final CallHistoryViewModel model;
  private final HistoryPresets presets;
  private final Label note = Nodes.wrapped("", "muted");
  private final Label count = Nodes.label("", "small", "muted");
  private final Label problem = Nodes.wrapped("", "problem", "small");
  private final HBox trouble;
  private final ProgressBar progress = new ProgressBar();
  private final FilterBar bar;
  private final FilterChips chips;
  private final HistoryHead head;
  private final HistoryList list;
  private final Subscriptions subscriptions = new Subscriptions();
  private LocalDate day = LocalDate.EPOCH;

  HistoryView(
      Words words, CallHistoryViewModel model, InstantSource clock, CallsView.Actions actions) {
    super(8);
    this.words = words;
    this.model = model;
    getStyleClass().add("card");
    HistoryFilter.Person me = actions.choices().me();
    presets = new HistoryPresets(words, model, me);
    bar = new FilterBar(words, model, clock, actions.choices());
    chips = new FilterChips(words, model, me);
    head = new HistoryHead(words, model);
    list = new HistoryList(words, model, clock, actions);
    list.setPlaceholder(note);
    note.setId(Ids.CALLS_NOTE);
    note.setAlignment(Pos.CENTER);
    VBox.setVgrow(list, Priority.ALWAYS);
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.getStyleClass().addAll("thin", "small");
    progress.setMinHeight(2);
    progress.setPrefHeight(2);
    problem.setId(Ids.CALLS_PROBLEM);
    trouble =
        new HBox(
            8,
            problem,
            Nodes.button(Ids.CALLS_RETRY, words.get("calls.retry"), model::retry, "small"));
    trouble.setAlignment(Pos.CENTER_LEFT);
    StackPane line = new StackPane(head, progress);
    StackPane.setAlignment(progress, Pos.BOTTOM_CENTER);
    getChildren().addAll(top(), bar, chips, new VBox(line, list), trouble);
    VBox.setVgrow(getChildren().get(3), Priority.ALWAYS);
    follow();
  }

  private HBox top() {
    Label title = Nodes.label(words.get("calls.history"), "heading");
    title.setMinWidth(USE_PREF_SIZE);
    count.setId(Ids.CALLS_COUNT);
    count.setMinWidth(0);
    ToggleButton filters = new ToggleButton("", Nodes.icon(Feather.FILTER));
    filters.setId(Ids.CALLS_FILTERS);
    filters.getStyleClass().addAll("button-icon", "flat", "quiet");
    filters.setTooltip(new Tooltip(words.get("calls.filters")));
    filters.setAccessibleText(words.get("calls.filters"));
    filters.selectedProperty().subscribe(shown -> Nodes.present(bar, shown));
    HBox top = new HBox(8, title, count, Nodes.spring(), search(), presets, filters);
    top.setAlignment(Pos.CENTER_LEFT);
    return top;
  }

  private TextField search() {
    TextField search = new TextField();
    search.setId(Ids.CALLS_SEARCH);
    search.setPromptText(words.get("calls.search"));
    search.setAccessibleText(words.get("calls.search"));
    search.getStyleClass().add("small");
    search.setPrefWidth(150);
    search.setMinWidth(70);
    search.textProperty().bindBidirectional(model.words());
    subscriptions.add(() -> search.textProperty().unbindBidirectional(model.words()));
    search.setOnAction(_ -> model.search());
    search.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            model.search();
            event.consume();
          } else if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
          }
        });
    return search;
  }

  private void follow() {
    subscriptions.onChange(list.columns(), head::show);
    subscriptions.update(this::explain, model.loading(), model.problem(), model.rows());
    subscriptions.update(this::count, model.count(), model.rows());
  }

  /// On another day, rows are of yesterday that were of today.
  void tick(Instant now) {
    LocalDate today = words.formats().day(now);
    if (!today.equals(day)) {
      day = today;
      list.refresh();
    }
  }

  private void explain() {
    Message wrong = model.problem().get();
    boolean none = model.rows().isEmpty();
    progress.setVisible(model.loading().get());
    progress.setProgress(model.loading().get() ? ProgressBar.INDETERMINATE_PROGRESS : 0);
    list.setOpacity(wrong != null && !none ? 0.7 : 1);
    problem.setText(wrong == null ? "" : words.get(wrong));
    Nodes.present(trouble, wrong != null);
    boolean narrowed = !model.filter().get().equals(HistoryFilter.ALL);
    note.setText(
        wrong != null
            ? ""
            : words.get(
                model.loading().get()
                    ? "common.loading"
                    : narrowed ? "calls.none.fits" : "calls.none"));
  }

  private void count() {
    CallHistoryViewModel.Count known = model.count().get();
    if (known == null) {
      count.setText("");
    } else {
      String number = words.numbers().count(known.calls());
      count.setText(known.exact() ? number : words.get("calls.count.atLeast", number));
      count.setAccessibleText(words.get("calls.count", number));
    }
  }

  /// Gives the keyboard to the rows.
  void focusRows() {
    list.requestFocus();
  }

  @Override
  public void close() {
    subscriptions.close();
    presets.close();
    bar.close();
    chips.close();
    head.close();
    list.close();
  }
}
