package dev.optima.backend.history;

import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A filter of which an index knows the calls: if they are few, only these are looked at.
///
/// @param source the numbers of the calls, each once
/// @param counted the same, where some may be there twice: quicker if they are many
/// @param most up to how many they are counted
record Drive(Condition source, Condition counted, int most) {
  static final int FEW = 20_000;

  /// So many can still be kept while an index is walked.
  private static final int MANY = 100_000;

  private Drive(Condition source, int most) {
    this(source, source, most);
  }

  /// What an index knows.
  static Drive by(Sql sql, String index, List<Condition> conditions) {
    return new Drive(select(sql, index, conditions), FEW);
  }

  /// What several indexes know.
  ///
  /// @param twice whether one call may be known to more than one of them
  static Drive any(List<Condition> selects, boolean twice) {
    List<String> texts = selects.stream().map(Condition::sql).toList();
    return new Drive(
        new Condition(String.join(twice ? " UNION " : " UNION ALL ", texts)),
        new Condition(String.join(" UNION ALL ", texts)),
        FEW);
  }

  static Condition select(Sql sql, String index, List<Condition> conditions) {
    return new Condition(
        "SELECT h.no AS no FROM " + table(sql, index) + Condition.all(conditions),
        Condition.parameters(conditions));
  }

  /// SQLite knows too little of its rows to choose among the indexes, so it is told.
  static String table(Sql sql, String index) {
    return "call_history h" + (sql == Sql.SQLITE ? " INDEXED BY " + index : "");
  }

  /// What the words find.
  static Drive words(Sql sql, String match) {
    return new Drive(
        new Condition(
            switch (sql) {
              case SQLITE -> "SELECT f.rowid AS no FROM call_search f WHERE f.call_search MATCH ?";
              case POSTGRESQL ->
                  "SELECT f.no AS no FROM call_words f WHERE f.lexemes @@ CAST(? AS tsquery)";
            },
            List.of(match)),
        MANY);
  }

  /// How many there are, as far as that matters: up to one more than `most`.
  int count(Tx tx) throws SQLException {
    return tx.first(
            "SELECT count(*) FROM (SELECT 1 FROM ("
                + counted.sql()
                + ") s LIMIT "
                + (most + 1)
                + ") c",
            row -> row.integer(1),
            counted.parameters().toArray())
        .orElse(0);
  }

  /// The rows `h` of these.
  Condition from(Sql sql) {
    String join = sql == Sql.SQLITE ? " CROSS JOIN " : " JOIN ";
    return new Condition(
        "(" + source.sql() + ") d" + join + "call_history h ON h.no = d.no", source.parameters());
  }

  /// Whether a row `h` is one of these, which are found once and kept.
  Condition contains(Sql sql) {
    return new Condition(
        sql == Sql.SQLITE
            ? "+h.no IN (" + source.sql() + ")"
            : "CASE WHEN h.no IN (" + source.sql() + ") THEN true ELSE false END",
        source.parameters());
  }

  /// The same, of as many as may be looked at.
  Drive cut(int limit) {
    return new Drive(new Condition(source.sql() + " LIMIT " + limit, source.parameters()), most);
  }

  static List<Condition> and(List<Condition> conditions, Condition more) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(more);
    return all;
  }
}
