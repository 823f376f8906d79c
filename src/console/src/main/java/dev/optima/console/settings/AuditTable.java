package dev.optima.console.settings;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Who did what, newest first; tells which rows come into sight, so that more can be asked for.
final class AuditTable extends TableView<Entry> {
  private static final double HEIGHT = 360;

  private final Words words;
  private final AuditWords audit;

  /// @param seen is given the number of each row that is shown
  AuditTable(Words words, ObservableList<Entry> entries, Node placeholder, IntConsumer seen) {
    super(entries);
    this.words = words;
    this.audit = new AuditWords(words);
    setId(Ids.AUDIT_TABLE);
    getStyleClass().addAll("audit-table", "dense");
    setAccessibleText(words.get("audit.title"));
    setPrefHeight(HEIGHT);
    setMinHeight(HEIGHT);
    setPlaceholder(placeholder);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    getColumns()
        .addAll(
            List.of(
                column("audit.when", 140, 136, entry -> words.formats().dateAndTime(entry.at())),
                column("audit.who", 130, 90, audit::actor),
                column("audit.what", 190, 110, entry -> audit.act(entry.act())),
                column("audit.about", 260, 110, audit::about),
                column(
                    "audit.where",
                    110,
                    90,
                    entry -> Objects.requireNonNullElse(entry.address(), ""))));
    setRowFactory(_ -> new Seen(seen));
  }

  private TableColumn<Entry, String> column(
      String key, double width, double least, Function<Entry, String> value) {
    TableColumn<Entry, String> column = new TableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
    return column;
  }

  /// Tells that it is in sight.
  private static final class Seen extends TableRow<Entry> {
    private final IntConsumer seen;

    Seen(IntConsumer seen) {
      this.seen = seen;
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (!empty) {
        seen.accept(getIndex());
      }
    }
  }
}
