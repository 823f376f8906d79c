package dev.optima.acceptance.measure;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Puts many rows into each of the two databases as fast as it takes them.
final class HistorySinks {
  private static final int BATCH = 5_000;

  private HistorySinks() {}

  /// Into the file of a backend that does nothing meanwhile.
  static void sqlite(String url, HistoryRows rows) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute("PRAGMA cache_size = -400000");
      statement.execute("PRAGMA synchronous = OFF");
      rows.into((table, columns, count, row) -> insert(connection, table, columns, count, row));
      statement.execute("INSERT INTO call_search (rowid, words) SELECT no, words FROM call_words");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private static void insert(
      Connection connection,
      String table,
      String columns,
      int count,
      java.util.function.IntFunction<@Nullable Object @Nullable []> row)
      throws SQLException {
    int width = columns.split(",").length;
    String places = String.join(", ", Collections.nCopies(width, "?"));
    connection.setAutoCommit(false);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")")) {
      for (int i = 0; i < count; i++) {
        @Nullable Object[] values = row.apply(i);
        if (values != null) {
          for (int k = 0; k < width; k++) {
            statement.setObject(k + 1, values[k]);
          }
          statement.addBatch();
        }
        if (i % BATCH == BATCH - 1) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  static void postgres(String url, HistoryRows rows) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = off");
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      rows.into((table, columns, count, row) -> copy(copy, table, columns, count, row));
      statement.execute("VACUUM ANALYZE");
    }
  }

  private static void copy(
      CopyManager copy,
      String table,
      String columns,
      int count,
      java.util.function.IntFunction<@Nullable Object @Nullable []> row)
      throws Exception {
    var lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      @Nullable Object[] values = row.apply(i);
      if (values != null) {
        var line = new StringJoiner("\t", "", "\n");
        for (Object value : values) {
          line.add(value == null ? "\\N" : value.toString());
        }
        lines.append(line);
      }
      if (i % BATCH == BATCH - 1 || i == count - 1) {
        copy.copyIn(
            "COPY " + table + " (" + columns + ") FROM STDIN", new StringReader(lines.toString()));
        lines.setLength(0);
      }
    }
  }
}
