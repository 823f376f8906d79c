package dev.optima.console.chart;

import java.util.List;
import java.util.stream.Collectors;

/// The figures of a chart, as they are.
///
/// @param head the names of the columns
/// @param rows of numbers, dates and words; an empty word where there is nothing
public record Table(List<String> head, List<List<Object>> rows) {
  private static final String LINE = "\r\n";

  /// With which a program for tables would begin a formula.
  private static final String FORMULA = "=+-@\t\r";

  public Table {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// As RFC 4180 has it: commas, and a point in numbers, whatever the language is.
  public String csv() {
    StringBuilder text = new StringBuilder(line(List.copyOf(head)));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  /// With tabs between the columns: as such it is pasted into a table.
  public String tabbed() {
    StringBuilder text = new StringBuilder(String.join("\t", head)).append('\n');
    for (List<Object> row : rows) {
      text.append(row.stream().map(Table::flat).collect(Collectors.joining("\t"))).append('\n');
    }
    return text.toString();
  }

  private static String flat(Object value) {
    String text = value.toString().replaceAll("[\t\r\n]+", " ");
    return value instanceof CharSequence ? harmless(text) : text;
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String line(List<Object> cells) {
    return cells.stream().map(Table::cell).collect(Collectors.joining(",", "", LINE));
  }

  private static String cell(Object value) {
    if (!(value instanceof CharSequence words)) {
      return value.toString();
    }
    String text = harmless(words.toString());
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
