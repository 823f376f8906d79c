package dev.optima.console.applicant;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.InstantSource;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The applicants, newest activity first, with search.
public final class ApplicantListView extends VBox implements AutoCloseable {
  private static final double WIDTH = 270;
  private static final int AHEAD = 20;

  private final Words words;
  private final ApplicantsViewModel model;
  private final ListView<ApplicantItem> list;
  private final TextField search = new TextField();
  private final Subscriptions subscriptions = new Subscriptions();
  private final FilterView filters;
  private boolean following;

  ApplicantListView(
      Words words,
      ApplicantsViewModel model,
      InstantSource clock,
      Runnable onNew,
      Runnable onImport) {
    this.words = words;
    this.model = model;
    this.list = new ListView<>(model.items());
    getStyleClass().add("applicants-pane");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    filters = new FilterView(words, model);
    subscriptions.add(filters::close);
    getChildren().addAll(head(onNew, onImport), filters, list);
    VBox.setVgrow(list, Priority.ALWAYS);
    list.setId(Ids.APPLICANT_LIST);
    list.getStyleClass().add("plain-list");
    list.setCellFactory(_ -> new ApplicantCell(words, clock, this::near));
    list.setPlaceholder(placeholder());
    list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> chosen(now));
    subscriptions.follow(model.selected(), this::follow);
    subscriptions.list(model.items(), () -> follow(model.selected().get()));
  }

  private HBox head(Runnable onNew, Runnable onImport) {
    search.setId(Ids.APPLICANT_SEARCH);
    search.setPromptText(words.get("applicants.search"));
    search.textProperty().bindBidirectional(model.query());
    subscriptions.add(() -> search.textProperty().unbindBidirectional(model.query()));
    search.setOnKeyPressed(
        event -> {
          switch (event.getCode()) {
            case DOWN -> list.requestFocus();
            case ENTER -> first();
            case ESCAPE -> search.clear();
            default -> {}
          }
        });
    HBox.setHgrow(search, Priority.ALWAYS);
    Button add =
        Nodes.iconButton(Ids.APPLICANT_NEW, Feather.USER_PLUS, words.get("applicants.new"), onNew);
    Button bring =
        Nodes.iconButton(
            Ids.APPLICANT_IMPORT, Feather.UPLOAD, words.get("applicants.import"), onImport);
    HBox head = new HBox(2, search, add, bring);
    head.getStyleClass().add("search-row");
    return head;
  }

  private Label placeholder() {
    Label label = Nodes.wrapped("", "muted");
    label.getStyleClass().add("empty");
    subscriptions.update(
        () -> {
          if (model.problem().get() != null) {
            label.setText(words.get(model.problem().get()));
          } else if (model.loading().get()) {
            label.setText(words.get("common.loading"));
          } else {
            label.setText(words.get(nobody()));
          }
        },
        model.problem(),
        model.loading(),
        model.query(),
        model.filter());
    return label;
  }

  /// Why nobody is shown.
  private String nobody() {
    ApplicantFilter filter = model.filter().get();
    if (!model.query().get().isBlank()) {
      return "applicants.noMatch";
    }
    if (filter.unread() || !filter.stages().isEmpty()) {
      return "applicants.noneFiltered";
    }
    return filter.archived() ? "applicants.noneArchived" : "applicants.empty";
  }

  /// Asks for more before the end of what is known comes into sight.
  private void near(int index) {
    if (index >= model.items().size() - AHEAD) {
      model.more();
    }
  }

  private void first() {
    if (!model.items().isEmpty()) {
      model.choose(model.items().getFirst().id());
    }
  }

  private void chosen(@Nullable ApplicantItem item) {
    if (!following && item != null) {
      model.choose(item.id());
    }
  }

  private void follow(@Nullable ApplicantItem selected) {
    following = true;
    if (selected == null) {
      list.getSelectionModel().clearSelection();
    } else {
      int index = model.items().indexOf(selected);
      if (index >= 0) {
        list.getSelectionModel().clearAndSelect(index);
      } else {
        list.getSelectionModel().clearSelection();
      }
    }
    following = false;
  }

  /// Puts the cursor into the search.
  public void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
