package dev.optima.backend.history;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// How many calls fit. It must not take longer than the page: where nothing leaves few, only the
/// newest are looked at, and those that are older are not counted.
///
/// @param exact whether these are all
record Total(long calls, boolean exact) {
  private static final String NEWEST = " ORDER BY h.created_at DESC, h.no DESC LIMIT ";

  static Total of(Tx tx, Question question, Plan plan) throws SQLException {
    Drive drive = plan.drive();
    if (drive == null) {
      return question.words() == null
          ? among(tx, question, plan.bounds())
          : ofWords(tx, question, plan.bounds());
    }
    List<Condition> rest = drive.rest(question.whole());
    return new Total(
        rest.isEmpty() && drive.once()
            ? plan.few()
            : count(tx, drive.from(tx.sql(), question.further()), rest, Integer.MAX_VALUE),
        true);
  }

  private static Total among(Tx tx, Question question, Bounds bounds) throws SQLException {
    String table = Drive.table(tx.sql(), "call_history_by_when");
    int most = bounds.lookedAt();
    var newest =
        new Condition(
            "(SELECT "
                + Drive.columns(question.further())
                + " FROM "
                + table
                + NEWEST
                + most
                + ") h");
    long calls = count(tx, newest, question.conditions(), bounds.counted() + 1);
    if (calls > bounds.counted()) {
      return new Total(bounds.counted(), false);
    }
    boolean older =
        tx.first("SELECT 1 FROM " + table + NEWEST + "1 OFFSET " + most, row -> row.integer(1))
            .isPresent();
    return new Total(calls, !older);
  }

  /// Each call's words have to be read, if these are not all that is asked: then it is known
  /// already that they find many.
  private static Total ofWords(Tx tx, Question question, Bounds bounds) throws SQLException {
    Condition words = Objects.requireNonNull(question.words());
    if (Objects.requireNonNull(question.found()).rest(question.conditions()).isEmpty()) {
      return new Total(bounds.sorted(), false);
    }
    int most = bounds.probed();
    String newest =
        "(SELECT h.no FROM "
            + Drive.table(tx.sql(), "call_history_by_when")
            + Condition.all(question.conditions())
            + NEWEST
            + most
            + ") h";
    List<Object> parameters = words.with(question.conditions());
    return tx.first(
            "SELECT count(*), coalesce(sum(CASE WHEN "
                + words.sql()
                + " THEN 1 ELSE 0 END), 0) FROM "
                + newest,
            row -> new Total(row.number(2), row.number(1) < most),
            parameters.toArray())
        .orElseThrow();
  }

  private static long count(Tx tx, Condition from, List<Condition> where, int most)
      throws SQLException {
    List<Object> parameters = from.with(where);
    String fitting = "SELECT 1 FROM " + from.sql() + Condition.all(where) + " LIMIT " + most;
    return tx.first(
            "SELECT count(*) FROM (" + fitting + ") c", row -> row.number(1), parameters.toArray())
        .orElse(0L);
  }
}
