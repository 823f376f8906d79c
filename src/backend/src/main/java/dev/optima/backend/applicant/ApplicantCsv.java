package dev.optima.backend.applicant;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// A file of applicants, as it was written by whatever program: commas, semicolons or tabs, with or
/// without a byte order mark, cells in quotes where they need them. The first line names the
/// columns.
///
/// @param unknown names of columns that are not known
record ApplicantCsv(List<Row> rows, List<String> unknown) {
  /// The most rows of one file.
  static final int MAX_ROWS = 5_000;

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /// One row.
  ///
  /// @param line where it begins in the file, from 1
  /// @param tooWide there are more cells than columns
  record Row(int line, Map<CsvColumn, String> cells, boolean tooWide) {
    String cell(CsvColumn column) {
      return cells.getOrDefault(column, "");
    }
  }

  /// Reads a file; refused with the field `csv` if it is none.
  static ApplicantCsv read(String csv) {
    String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    if (text.isBlank()) {
      throw Refusal.invalid("csv", "the file is empty");
    }
    try (CSVParser parser = CSVParser.parse(text, format(delimiter(text)))) {
      var reading = new Reading(parser);
      return reading.table();
    } catch (IOException | UncheckedIOException e) {
      throw Refusal.invalid("csv", "the file cannot be read: " + reason(e));
    }
  }

  private static @Nullable String reason(Exception e) {
    Throwable cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
    return cause == null ? e.getMessage() : cause.getMessage();
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(true)
        .setIgnoreSurroundingSpaces(delimiter != '\t')
        .get();
  }

  /// The one by which most columns are known; of several the one that makes the most.
  private static char delimiter(String text) {
    return DELIMITERS.stream()
        .max(
            Comparator.<Character>comparingLong(delimiter -> known(text, delimiter))
                .thenComparingLong(delimiter -> header(text, delimiter).size()))
        .orElseThrow();
  }

  private static long known(String text, char delimiter) {
    return header(text, delimiter).stream().map(CsvColumn::of).filter(Optional::isPresent).count();
  }

  private static List<String> header(String text, char delimiter) {
    try (CSVParser parser = CSVParser.parse(text, format(delimiter))) {
      return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /// A parser and what was read by it.
  private static final class Reading {
    private final CSVParser parser;
    private final List<Optional<CsvColumn>> columns = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    Reading(CSVParser parser) {
      this.parser = parser;
    }

    ApplicantCsv table() {
      for (CSVRecord cells : parser) {
        if (columns.isEmpty()) {
          name(cells);
        } else {
          add(cells);
        }
      }
      return new ApplicantCsv(List.copyOf(rows), List.copyOf(unknown));
    }

    private void name(CSVRecord header) {
      for (String name : header) {
        Optional<CsvColumn> column = CsvColumn.of(name).filter(one -> !isTaken(one));
        columns.add(column);
        if (column.isEmpty() && !name.isBlank()) {
          unknown.add(name.strip());
        }
      }
      for (CsvColumn needed : List.of(CsvColumn.NAME, CsvColumn.EMAIL)) {
        if (!isTaken(needed)) {
          throw Refusal.invalid("csv", "the first line names no column for the " + needed.field());
        }
      }
    }

    /// The first of two columns of the same name counts.
    private boolean isTaken(CsvColumn column) {
      return columns.contains(Optional.of(column));
    }

    private void add(CSVRecord record) {
      if (record.stream().allMatch(String::isBlank)) {
        return;
      }
      if (rows.size() == MAX_ROWS) {
        throw Refusal.of(ErrorCode.TOO_LARGE, "a file has " + MAX_ROWS + " rows at most; split it");
      }
      var cells = new EnumMap<CsvColumn, String>(CsvColumn.class);
      for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
        String cell = record.get(i).strip();
        columns.get(i).ifPresent(column -> cells.put(column, cell));
      }
      boolean tooWide = record.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank());
      rows.add(new Row(line(record), cells, tooWide));
    }

    /// Where the record begins: the parser knows where it ends.
    private int line(CSVRecord record) {
      long breaks =
          record.stream().mapToLong(cell -> cell.lines().count() - 1).filter(n -> n > 0).sum();
      return (int) (parser.getCurrentLineNumber() - breaks);
    }
  }
}
