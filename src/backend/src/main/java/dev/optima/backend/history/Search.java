package dev.optima.backend.history;

import dev.optima.backend.history.CallOrder.Term;
import dev.optima.backend.history.HistoryStore.Found;
import dev.optima.backend.history.HistoryStore.Place;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One search under way.
final class Search {
  /// How many of those found by words are looked at to count.
  private static final int LOOKED_AT = 100_000;

  private final Tx tx;
  private final Question question;
  private final HistoryStore.Plan plan;
  private final CallOrder order;
  private final int limit;
  private final boolean count;
  private final List<Place> places = new ArrayList<>();
  private long total;
  private boolean exact = true;

  /// @param limit how many are wanted
  /// @param count whether all of them are to be counted
  Search(
      Tx tx, Question question, HistoryStore.Plan plan, CallOrder order, int limit, boolean count) {
    this.tx = tx;
    this.question = question;
    this.plan = plan;
    this.order = order;
    this.limit = limit;
    this.count = count;
  }

  /// Looks at the few of a drive, or goes through the index of the order.
  Found run(@Nullable Cursor after) throws SQLException {
    Drive drive = plan.drive();
    if (drive == null) {
      walk(after);
    } else {
      boolean byWords = drive.equals(question.found());
      sort(drive.from(tx.sql()), byWords ? question.conditions() : question.whole(), after);
    }
    return found();
  }

  /// Looks at all of them: those that are not over are in no index.
  Found sorted(@Nullable Cursor after) throws SQLException {
    sort(new Condition("call_history h"), question.whole(), after);
    return found();
  }

  private Found found() {
    long most = HistoryStore.COUNTED;
    return new Found(places, count ? Math.min(total, most) : null, exact && total <= most);
  }

  private void sort(Condition from, List<Condition> where, @Nullable Cursor after)
      throws SQLException {
    List<Condition> all = after == null ? where : Drive.and(where, Walk.behind(after));
    ask(from, all, Walk.terms(order), count);
  }

  private void walk(@Nullable Cursor after) throws SQLException {
    String index = "call_history_by_" + order.by().name().toLowerCase(Locale.ROOT);
    var from = new Condition(Drive.table(tx.sql(), index));
    boolean counting = count && (question.words() == null || plan.keeps());
    List<Condition> where = question.whole(tx.sql(), plan);
    for (Walk.Stretch stretch : Walk.stretches(order, after)) {
      if (counting ? total <= HistoryStore.COUNTED : places.size() < limit) {
        ask(from, Drive.and(where, stretch.limits()), stretch.terms(), counting);
      }
    }
    if (count && !counting) {
      countFound();
    }
  }

  private void ask(Condition from, List<Condition> where, List<Term> terms, boolean counting)
      throws SQLException {
    int wanted = Math.max(1, limit - places.size());
    int most = counting ? Math.max(wanted, HistoryStore.COUNTED + 1 - (int) total) : wanted;
    String by = terms.stream().map(Term::sql).collect(Collectors.joining(", "));
    String sql =
        "WITH m AS MATERIALIZED (SELECT h.no AS no, h.created_at AS at, "
            + order.by().column()
            + " AS k FROM "
            + from.sql()
            + Condition.all(where)
            + " ORDER BY "
            + by
            + " LIMIT "
            + most
            + ") SELECT m.no, m.at, m.k,"
            + " (SELECT x.call_id FROM call_history x WHERE x.no = m.no),"
            + " (SELECT count(*) FROM m) FROM m LIMIT "
            + wanted;
    List<Object> parameters = new ArrayList<>(from.parameters());
    parameters.addAll(Condition.parameters(where));
    take(tx.list(sql, this::read, parameters.toArray()), counting);
  }

  private record Line(Place place, long count) {}

  private Line read(Row row) throws SQLException {
    String key =
        switch (order.by()) {
          case WHEN -> "";
          case LENGTH, OUTCOME -> Long.toString(row.number(3));
          case QUALITY -> Double.toString(row.real(3));
          case APPLICANT, INTERVIEWER -> row.text(3);
        };
    var cursor = new Cursor(order, key, row.number(2), row.number(1));
    return new Line(new Place(new CallId(row.text(4)), cursor), row.number(5));
  }

  private void take(List<Line> lines, boolean counting) {
    for (Line line : lines) {
      if (places.size() < limit) {
        places.add(line.place());
      }
    }
    if (counting && !lines.isEmpty()) {
      total += lines.getFirst().count();
    }
  }

  /// So many are found by the words that not all of them are looked at.
  private void countFound() throws SQLException {
    Drive cut = Objects.requireNonNull(question.found()).cut(LOOKED_AT);
    Condition from = cut.from(tx.sql());
    List<Object> parameters = new ArrayList<>(from.parameters());
    parameters.addAll(Condition.parameters(question.conditions()));
    String sql =
        "SELECT count(*) FROM (SELECT 1 FROM "
            + from.sql()
            + Condition.all(question.conditions())
            + " LIMIT "
            + (HistoryStore.COUNTED + 1)
            + ") c";
    total = tx.first(sql, row -> row.number(1), parameters.toArray()).orElse(0L);
    exact = false;
  }
}
