package dev.optima.backend.history;

import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A filter of which an index knows the calls: if they are few, only these are looked at.
///
/// @param parts what follows `FROM` to find them as rows `h`; no call is in two parts
/// @param numbers the same as a select of their numbers
/// @param once whether each is there once
/// @param own the conditions that all of them fulfil
/// @param index by which they are found; null if it is not one of the history alone
/// @param covering whether that has all that filters and orders ask but the names, so that the rows
///   are not read
record Drive(
    List<Condition> parts,
    Condition numbers,
    boolean once,
    List<Condition> own,
    @Nullable String index,
    boolean covering) {

  private static final String COLUMNS =
      "h.no, h.created_at, h.outcome, h.length, h.score, h.rang, h.week_hour, h.caller,"
          + " h.applicant, h.position";

  Drive {
    parts = List.copyOf(parts);
    own = List.copyOf(own);
  }

  /// What an index knows.
  static Drive by(Sql sql, String index, List<Condition> conditions, boolean covering) {
    Condition part = part(sql, index, conditions);
    return new Drive(List.of(part), numbers(List.of(part)), true, conditions, index, covering);
  }

  /// What several indexes know, of which each has all that is asked.
  ///
  /// @param once whether no number is there twice
  static Drive any(List<Condition> parts, Condition numbers, boolean once, Condition own) {
    return new Drive(parts, numbers, once, List.of(own), null, true);
  }

  static Condition part(Sql sql, String index, List<Condition> conditions) {
    return new Condition(
        table(sql, index) + Condition.all(conditions), Condition.parameters(conditions));
  }

  private static Condition numbers(List<Condition> parts) {
    return union("h.no AS no", parts);
  }

  private static Condition union(String columns, List<Condition> parts) {
    return new Condition(
        parts.stream()
            .map(part -> "SELECT " + columns + " FROM " + part.sql())
            .collect(Collectors.joining(" UNION ALL ")),
        Condition.parameters(parts));
  }

  /// SQLite knows too little of its rows to choose among the indexes, so it is told.
  static String table(Sql sql, String index) {
    return "call_history h" + (sql == Sql.SQLITE ? " INDEXED BY " + index : "");
  }

  /// What the words find.
  ///
  /// @param words the same of one call
  static Drive words(Sql sql, String match, Condition words) {
    String join = sql == Sql.SQLITE ? " CROSS JOIN " : " JOIN ";
    var numbers =
        new Condition(
            switch (sql) {
              case SQLITE -> "SELECT f.rowid AS no FROM call_search f WHERE f.call_search MATCH ?";
              case POSTGRESQL ->
                  "SELECT f.no AS no FROM call_words f WHERE f.lexemes @@ CAST(? AS tsquery)";
            },
            List.of(match));
    var part =
        new Condition(
            "(" + numbers.sql() + ") d" + join + "call_history h ON h.no = d.no",
            numbers.parameters());
    return new Drive(List.of(part), numbers, true, List.of(words, Condition.OVER), null, false);
  }

  boolean isWords() {
    return index == null && !covering;
  }

  /// How many there are, up to one more than `most`.
  int count(Tx tx, int most) throws SQLException {
    return tx.first(
            "SELECT count(*) FROM (SELECT 1 FROM ("
                + numbers.sql()
                + ") s LIMIT "
                + (most + 1)
                + ") c",
            row -> row.integer(1),
            numbers.parameters().toArray())
        .orElse(0);
  }

  /// The columns of every index, and some more.
  static String columns(List<String> further) {
    return COLUMNS + further.stream().map(", "::concat).collect(Collectors.joining());
  }

  /// The rows `h` of these, found by nothing else: PostgreSQL does not look through an `OFFSET`.
  ///
  /// @param further which columns are needed besides those of every index
  Condition from(Sql sql, List<String> further) {
    Condition all = union(columns(further), parts);
    String fence = sql == Sql.POSTGRESQL ? " OFFSET 0" : "";
    return new Condition("(" + all.sql() + fence + ") h", all.parameters());
  }

  /// What is still to be asked of these.
  List<Condition> rest(List<Condition> whole) {
    return whole.stream().filter(condition -> !own.contains(condition)).toList();
  }

  /// Whether a row `h` is one of these, which are found once and kept.
  Condition contains(Sql sql) {
    return new Condition(
        sql == Sql.SQLITE
            ? "+h.no IN (" + numbers.sql() + ")"
            : "CASE WHEN h.no IN (" + numbers.sql() + ") THEN true ELSE false END",
        numbers.parameters());
  }

  static List<Condition> and(List<Condition> conditions, Condition more) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(more);
    return all;
  }
}
