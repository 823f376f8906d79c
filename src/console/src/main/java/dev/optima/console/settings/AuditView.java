package dev.optima.console.settings;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.io.File;
import java.time.LocalDate;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The audit log, for administrators: who did what, with filters, details and an export.
final class AuditView extends VBox implements AutoCloseable {
  /// How many rows before the end more are asked for.
  private static final int AHEAD = 15;

  private final Words words;
  private final AuditViewModel model;
  private final Subscriptions subscriptions = new Subscriptions();

  AuditView(Words words, AuditViewModel model) {
    super(10);
    this.words = words;
    this.model = model;
    getStyleClass().add("card");
    setId(Ids.AUDIT);
    AuditFilters filters = new AuditFilters(words, model);
    subscriptions.add(filters::close);
    AuditDetail detail = new AuditDetail(words);
    AuditTable table = new AuditTable(words, model.entries(), placeholder(), this::near);
    subscriptions.follow(table.getSelectionModel().selectedItemProperty(), detail::show);
    subscriptions.add(() -> table.setItems(javafx.collections.FXCollections.observableArrayList()));
    getChildren()
        .addAll(
            head(),
            Nodes.wrapped(words.get("audit.note"), "small", "muted"),
            filters,
            problem(),
            exportProblem(),
            saved(),
            table,
            detail);
  }

  private Node head() {
    Button refresh =
        Nodes.button("auditRefresh", words.get("mail.refresh"), model::load, "link-button");
    Button export = Nodes.button(Ids.AUDIT_EXPORT, words.get("audit.export"), this::export);
    export.setGraphic(Nodes.icon(Feather.DOWNLOAD));
    subscriptions.follow(model.export().busy(), export::setDisable);
    HBox head =
        new HBox(
            8, Nodes.label(words.get("audit.title"), "heading"), Nodes.spring(), refresh, export);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node problem() {
    return trouble(
        model.problem(),
        Ids.AUDIT_PROBLEM,
        Nodes.button(Ids.AUDIT_AGAIN, words.get("audit.again"), model::again, "link-button"));
  }

  private Node exportProblem() {
    return trouble(
        model.export().problem(),
        Ids.AUDIT_EXPORT_PROBLEM,
        Nodes.button(
            Ids.AUDIT_EXPORT_AGAIN,
            words.get("audit.again"),
            model.export()::again,
            "link-button"));
  }

  private Node trouble(ObservableValue<@Nullable Message> what, String id, Button again) {
    Label problem = Nodes.wrapped("", "problem");
    problem.setId(id);
    HBox line = new HBox(8, problem, again);
    line.setAlignment(Pos.CENTER_LEFT);
    subscriptions.follow(
        what,
        now -> {
          Nodes.present(line, now != null);
          problem.setText(now == null ? "" : words.get(now));
        });
    return line;
  }

  private Node saved() {
    Label saved = Nodes.wrapped("", "good");
    saved.setId(Ids.AUDIT_SAVED);
    subscriptions.follow(
        model.export().saved(),
        what -> {
          Nodes.present(saved, what != null);
          saved.setText(what == null ? "" : words.get(what));
        });
    return saved;
  }

  /// What stands in the place of rows: that they come, that there are none, or nothing where a
  /// problem says why.
  private Label placeholder() {
    Label placeholder = Nodes.wrapped("", "muted");
    subscriptions.update(
        () -> {
          if (model.problem().get() != null) {
            placeholder.setText("");
          } else if (model.loading().get()) {
            placeholder.setText(words.get("common.loading"));
          } else {
            placeholder.setText(words.get(model.asksForAll() ? "audit.none" : "audit.noMatch"));
          }
        },
        model.problem(),
        model.loading(),
        model.query());
    return placeholder;
  }

  private void near(int row) {
    if (row >= model.entries().size() - AHEAD) {
      model.more();
    }
  }

  private void export() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.get("audit.export"));
    chooser.setInitialFileName(words.get("audit.file", LocalDate.now(words.formats().zone())));
    chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("CSV", "*.csv"));
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      model.export(file.toPath());
    }
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
