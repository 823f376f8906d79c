package dev.optima.console.applicant;

import dev.optima.console.applicant.ImportViewModel.Step;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.ImportReport;
import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Importing applicants from a file: choose, see, add.
public final class ImportView extends VBox implements AutoCloseable {
  private static final double WIDTH = 760;

  private final Words words;
  private final ImportViewModel model;
  private final Runnable onDone;
  private final VBox content = new VBox(12);
  private final HBox buttons = new HBox(8);
  private final Subscriptions subscriptions = new Subscriptions();

  public ImportView(Words words, ImportViewModel model, Runnable onDone) {
    super(14);
    this.words = words;
    this.model = model;
    this.onDone = onDone;
    setId(Ids.IMPORT);
    setPrefWidth(WIDTH);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(Nodes.label(words.get("import.title"), "heading"), content, buttons);
    setOnDragOver(this::over);
    setOnDragDropped(this::dropped);
    subscriptions.follow(model.step(), this::show);
  }

  private void show(Step step) {
    Button close = Nodes.button(Ids.DIALOG_CANCEL, words.get("common.close"), onDone);
    switch (step) {
      case Step.Choose(var problem) -> {
        content.getChildren().setAll(Nodes.wrapped(words.get("import.text"), "muted"), zone());
        if (problem != null) {
          Label why = Nodes.wrapped(words.get(problem), "problem");
          why.setId(Ids.IMPORT_PROBLEM);
          content.getChildren().add(why);
        }
        buttons.getChildren().setAll(sample(), Nodes.spring(), close);
      }
      case Step.Busy(var what) -> {
        ProgressIndicator progress = new ProgressIndicator();
        progress.setMaxSize(24, 24);
        HBox line = new HBox(12, progress, Nodes.label(words.get(what)));
        line.setAlignment(Pos.CENTER_LEFT);
        content.getChildren().setAll(line);
        buttons.getChildren().setAll(Nodes.spring(), close);
      }
      case Step.Seen(String file, String _, ImportReport report) -> seen(file, report);
      case Step.Done(ImportReport report) -> {
        long left = ImportTable.withProblems(report);
        content.getChildren().setAll(count("import.done", report.added(), left));
        if (left > 0) {
          content.getChildren().add(new ImportTable(words, report));
        }
        Button done = Nodes.button(Ids.DIALOG_OK, words.get("common.done"), onDone, "accent");
        buttons.getChildren().setAll(Nodes.spring(), done);
        done.requestFocus();
      }
    }
  }

  private void seen(String file, ImportReport report) {
    content
        .getChildren()
        .setAll(count("import.found", file, report.added(), ImportTable.withProblems(report)));
    if (!report.unknownColumns().isEmpty()) {
      String columns = String.join(", ", report.unknownColumns());
      content
          .getChildren()
          .add(Nodes.wrapped(words.get("import.unknown", columns), "small", "warning"));
    }
    content.getChildren().add(new ImportTable(words, report));
    Button add =
        Nodes.button(
            Ids.IMPORT_RUN,
            words.get("import.import", report.added()),
            model::importSeen,
            "accent");
    add.setDisable(report.added() == 0);
    buttons
        .getChildren()
        .setAll(
            Nodes.button(Ids.IMPORT_CHOOSE, words.get("import.another"), this::ask),
            Nodes.spring(),
            Nodes.button(Ids.DIALOG_CANCEL, words.get("common.cancel"), onDone),
            add);
    add.requestFocus();
  }

  private Label count(String key, Object... arguments) {
    Label count = Nodes.wrapped(words.get(key, arguments));
    count.setId(Ids.IMPORT_COUNT);
    return count;
  }

  private Node zone() {
    Button choose =
        Nodes.button(Ids.IMPORT_CHOOSE, words.get("import.choose"), this::ask, "accent");
    VBox zone =
        new VBox(
            10, Nodes.icon(Feather.UPLOAD), Nodes.label(words.get("import.drop"), "muted"), choose);
    zone.setAlignment(Pos.CENTER);
    zone.getStyleClass().add("drop-zone");
    return zone;
  }

  private Button sample() {
    return Nodes.button(
        Ids.IMPORT_SAMPLE,
        words.get("import.sample"),
        () -> {
          FileChooser chooser = chooser();
          chooser.setInitialFileName(words.get("import.sample.name"));
          File file = chooser.showSaveDialog(getScene().getWindow());
          if (file != null) {
            model.saveSample(file.toPath());
          }
        },
        "flat");
  }

  private void ask() {
    File file = chooser().showOpenDialog(getScene().getWindow());
    if (file != null) {
      model.choose(file.toPath());
    }
  }

  private FileChooser chooser() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.get("import.title"));
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter("CSV", "*.csv", "*.txt"),
            new FileChooser.ExtensionFilter("*", "*.*"));
    return chooser;
  }

  private void over(DragEvent event) {
    if (dragged(event) != null) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    File file = dragged(event);
    if (file != null) {
      model.choose(file.toPath());
    }
    event.setDropCompleted(file != null);
    event.consume();
  }

  private @Nullable File dragged(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    boolean open = !(model.step().get() instanceof Step.Busy);
    return open && files != null && files.size() == 1 ? files.getFirst() : null;
  }

  /// What it shows.
  public ImportViewModel model() {
    return model;
  }

  /// Puts the cursor where it begins.
  public void focusFirst() {
    Node choose = lookup("#" + Ids.IMPORT_CHOOSE);
    if (choose != null) {
      choose.requestFocus();
    }
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
