package dev.optima.console.call;

import dev.optima.console.call.HistoryOrder.Column;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Which columns of the history there is room for, and how wide each is: the same in each row, so
/// that they stay in line.
record HistoryColumns(List<Column> shown) {
  static final double GAP = 10;
  private static final double PADDING = 20;
  private static final double NAME = 100;

  /// What the scroll bar takes, whether it is there or not: heads and rows stay in line.
  static final double BAR = 8;

  /// What is left out first in a narrow window.
  private static final List<Column> SPARED =
      List.of(Column.INTERVIEWER, Column.QUALITY, Column.LENGTH);

  static final HistoryColumns ALL = new HistoryColumns(List.of(Column.values()));

  /// @param width of the whole list
  static HistoryColumns in(double width) {
    HistoryColumns columns = ALL;
    for (Column spared : SPARED) {
      if (columns.least() <= width) {
        break;
      }
      columns =
          new HistoryColumns(columns.shown().stream().filter(column -> column != spared).toList());
    }
    return columns;
  }

  private double least() {
    return PADDING
        + BAR
        + shown.stream().mapToDouble(HistoryColumns::width).sum()
        + GAP * (shown.size() - 1);
  }

  private static double width(Column column) {
    return switch (column) {
      case APPLICANT -> NAME;
      case WHEN -> 122;
      case LENGTH -> 56;
      case OUTCOME -> 126;
      case QUALITY -> 58;
      case INTERVIEWER -> 92;
    };
  }

  /// Makes a cell as wide as its column; the names take what is left over.
  static <T extends Region> T fit(Column column, T cell) {
    double width = width(column);
    cell.setMinWidth(column == Column.APPLICANT ? 0 : width);
    cell.setPrefWidth(width);
    cell.setMaxWidth(column == Column.APPLICANT ? Double.MAX_VALUE : width);
    if (column == Column.APPLICANT) {
      HBox.setHgrow(cell, Priority.ALWAYS);
    }
    return cell;
  }
}
