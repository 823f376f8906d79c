package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.io.File;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The head of the page of calls: the way to find anything, the way out of the console for what is
/// shown, and a new call.
final class CallsHeadView extends HBox implements AutoCloseable {
  private final Words words;
  private final CallsViewModel model;
  private final CallsView.Actions actions;
  private final MenuButton export = new MenuButton();
  private final Label exporting = Nodes.label("", "small", "muted");
  private final Subscriptions subscriptions = new Subscriptions();

  CallsHeadView(Words words, CallsViewModel model, CallsView.Actions actions) {
    super(12);
    this.words = words;
    this.model = model;
    this.actions = actions;
    getStyleClass().add("page-head");
    setAlignment(Pos.CENTER_LEFT);
    Label title = Nodes.label(words.get("calls.title"), "title");
    title.setMinWidth(USE_PREF_SIZE);
    exporting.setId(Ids.CALLS_EXPORTING);
    exporting.setMinWidth(0);
    Button call =
        Nodes.button(Ids.CALLS_NEW, words.get("calls.new"), actions.ways().newCall(), "accent");
    call.setGraphic(Nodes.icon(Feather.PHONE));
    getChildren().addAll(title, Nodes.spring(), exporting, find(), exportMenu(), call);
    subscriptions.follow(model.export().busy(), this::show);
  }

  /// Looks like a field, and opens the palette, which has the field.
  private Button find() {
    Label prompt = Nodes.label(words.get("calls.find"), "faint");
    prompt.setMinWidth(0);
    Label keys = Nodes.label(actions.ways().findKeys(), "faint");
    keys.setMinWidth(USE_PREF_SIZE);
    HBox content = new HBox(8, Nodes.icon(Feather.SEARCH), prompt, Nodes.spring(), keys);
    content.setAlignment(Pos.CENTER_LEFT);
    Button find = Nodes.button(Ids.CALLS_FIND, "", actions.ways().find(), "find-field");
    find.setGraphic(content);
    find.setAccessibleText(words.get("calls.find"));
    find.setPrefWidth(300);
    find.setMinWidth(90);
    content.prefWidthProperty().bind(find.widthProperty().subtract(24));
    return find;
  }

  private MenuButton exportMenu() {
    MenuItem csv = new MenuItem(words.get("calls.export.csv"));
    csv.setId(Ids.CALLS_EXPORT_CSV);
    csv.setOnAction(_ -> save());
    MenuItem report = new MenuItem(words.get("calls.export.report"));
    report.setId(Ids.CALLS_EXPORT_REPORT);
    report.setOnAction(
        _ -> model.export().report(words.texts().language(), actions.ways().openFile()));
    export.setId(Ids.CALLS_EXPORT);
    export.setText(words.get("calls.export"));
    export.setGraphic(Nodes.icon(Feather.DOWNLOAD));
    export.getStyleClass().add("act-menu");
    export.setMinWidth(USE_PREF_SIZE);
    export.getItems().setAll(csv, report);
    return export;
  }

  private void save() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.get("calls.export.csv"));
    chooser.setInitialFileName(
        words.get("calls.export.name")
            + "-"
            + DateTimeFormatter.ISO_LOCAL_DATE.format(words.formats().day(model.now().get()))
            + ".csv");
    chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("CSV", "*.csv"));
    File target = chooser.showSaveDialog(getScene().getWindow());
    if (target != null) {
      model.export().csv(target.toPath());
    }
  }

  private void show(@Nullable Message busy) {
    export.setDisable(busy != null);
    exporting.setText(busy == null ? "" : words.get(busy));
    Nodes.present(exporting, busy != null);
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
