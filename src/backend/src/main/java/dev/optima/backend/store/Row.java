package dev.optima.backend.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The present row of a result; columns count from 1. Times are stored as milliseconds since 1970.
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public String text(int column) throws SQLException {
    String value = result.getString(column);
    if (value == null) {
      throw new SQLException("column " + column + " is null");
    }
    return value;
  }

  public @Nullable String textOrNull(int column) throws SQLException {
    return result.getString(column);
  }

  public long number(int column) throws SQLException {
    return result.getLong(column);
  }

  public int integer(int column) throws SQLException {
    return result.getInt(column);
  }

  public @Nullable Long numberOrNull(int column) throws SQLException {
    long value = result.getLong(column);
    return result.wasNull() ? null : value;
  }

  public double real(int column) throws SQLException {
    return result.getDouble(column);
  }

  public @Nullable Double realOrNull(int column) throws SQLException {
    double value = result.getDouble(column);
    return result.wasNull() ? null : value;
  }

  public byte[] bytes(int column) throws SQLException {
    byte[] value = result.getBytes(column);
    if (value == null) {
      throw new SQLException("column " + column + " is null");
    }
    return value;
  }

  public Instant instant(int column) throws SQLException {
    return Instant.ofEpochMilli(result.getLong(column));
  }

  public @Nullable Instant instantOrNull(int column) throws SQLException {
    long value = result.getLong(column);
    return result.wasNull() ? null : Instant.ofEpochMilli(value);
  }

  /// Makes a value of a row.
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row) throws SQLException;
  }
}
