package dev.optima.console.applicant;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.protocol.rest.ImportReport;
import dev.optima.protocol.rest.ImportReport.Row;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The rows of a file that is imported: those with a problem first, and what it is.
final class ImportTable extends TableView<Row> {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double HEIGHT = 320;

  private final Words words;

  ImportTable(Words words, ImportReport report) {
    this.words = words;
    setId(Ids.IMPORT_TABLE);
    getStyleClass().addAll("import-table", "dense");
    setPrefHeight(HEIGHT);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns()
        .addAll(
            List.of(
                column("import.column.line", 56, row -> Integer.toString(row.line())),
                column("import.column.name", 140, Row::name),
                column("import.column.email", 190, Row::email),
                column(
                    "import.column.position",
                    100,
                    row -> row.position() == null ? "" : row.position()),
                column("import.column.problem", 200, this::problems)));
    setRowFactory(_ -> new Marked());
    getItems()
        .setAll(
            report.rows().stream()
                .sorted(
                    Comparator.comparing((Row row) -> row.problems().isEmpty())
                        .thenComparing(Row::line))
                .toList());
  }

  static long withProblems(ImportReport report) {
    return report.rows().stream().filter(row -> !row.problems().isEmpty()).count();
  }

  private TableColumn<Row, String> column(String key, double width, Function<Row, String> value) {
    TableColumn<Row, String> column = new TableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
    return column;
  }

  private String problems(Row row) {
    return row.problems().stream()
        .map(ImportViewModel::explain)
        .map(words::get)
        .collect(Collectors.joining(" · "));
  }

  /// A row that shows by its colour that it is left out.
  private static final class Marked extends TableRow<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      pseudoClassStateChanged(WRONG, row != null && !row.problems().isEmpty());
    }
  }
}
