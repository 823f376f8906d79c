package dev.optima.backend.store;

import dev.optima.protocol.id.Id;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// An open transaction, as a unit of work sees it. Statements given as text are prepared once per
/// connection; their parameters are `String`, [Id], whole numbers, `Double`, [Instant] (stored as
/// milliseconds), enums (stored by name), bytes or null.
public final class Tx {
  private final Connected connected;
  private @Nullable List<Runnable> effects;

  Tx(Connected connected) {
    this.connected = connected;
  }

  /// Which engine this is.
  public Sql sql() {
    return connected.connection() instanceof SQLiteConnection ? Sql.SQLITE : Sql.POSTGRESQL;
  }

  /// Jdbi on this transaction, for stores off the hot paths. Not to be closed.
  public Handle jdbi() {
    return connected.handle();
  }

  /// What is to be done once this is durable: quick, without the database, in the order given.
  public void afterCommit(Runnable effect) {
    if (effects == null) {
      effects = new ArrayList<>(4);
    }
    effects.add(effect);
  }

  List<Runnable> effects() {
    return effects == null ? List.of() : effects;
  }

  /// Changes rows and says how many.
  public int update(String sql, @Nullable Object... parameters) throws SQLException {
    return bind(sql, parameters).executeUpdate();
  }

  /// The first row, if there is one.
  public <T> Optional<T> first(String sql, Row.Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet result = bind(sql, parameters).executeQuery()) {
      return result.next() ? Optional.of(reader.read(new Row(result))) : Optional.empty();
    }
  }

  /// All rows.
  public <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet result = bind(sql, parameters).executeQuery()) {
      var row = new Row(result);
      var all = new ArrayList<T>();
      while (result.next()) {
        all.add(reader.read(row));
      }
      return all;
    }
  }

  /// The parameters of a list, for `IN`.
  public static String places(int count) {
    return "(?" + ", ?".repeat(count - 1) + ")";
  }

  private PreparedStatement bind(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connected.prepare(sql);
    for (int i = 0; i < parameters.length; i++) {
      bind(statement, i + 1, parameters[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case String text -> statement.setString(index, text);
      case Id id -> statement.setString(index, id.value());
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setInt(index, number);
      case Instant time -> statement.setLong(index, time.toEpochMilli());
      case Double real -> statement.setDouble(index, real);
      case Enum<?> constant -> statement.setString(index, constant.name());
      case byte[] bytes -> statement.setBytes(index, bytes);
      default -> throw new IllegalArgumentException("cannot be stored: " + value.getClass());
    }
  }
}
