package dev.optima.backend.history;

import dev.optima.backend.history.CallOrder.Term;
import dev.optima.backend.history.HistoryStore.Place;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One search for a page under way.
final class Search {
  private final Tx tx;
  private final Question question;
  private final Plan plan;
  private final CallOrder order;
  private final int limit;
  private final List<Place> places = new ArrayList<>();

  /// Whether all that have the words are found first, for the walk meets them too seldom.
  private boolean keeps;

  /// @param limit how many are wanted
  Search(Tx tx, Question question, Plan plan, CallOrder order, int limit) {
    this.tx = tx;
    this.question = question;
    this.plan = plan;
    this.order = order;
    this.limit = limit;
  }

  /// Looks at the few of a drive, or goes through the index of the order.
  List<Place> run(@Nullable Cursor after) throws SQLException {
    Drive drive = plan.sorting(order);
    if (drive == null) {
      walk(after);
    } else {
      sort(drive, after);
    }
    return places;
  }

  private void sort(Drive drive, @Nullable Cursor after) throws SQLException {
    List<String> further = new ArrayList<>(question.further());
    if (order.by().isText()) {
      further.add(order.by().column());
    }
    sort(drive.from(tx.sql(), further), drive.rest(question.whole()), after);
  }

  /// Goes through the index of the order, which has those that are over, and sorts the live ones in
  /// among them: these are few.
  List<Place> merged(@Nullable Cursor after) throws SQLException {
    List<Place> over =
        after != null && after.isBehindAllThatIsOver()
            ? List.of()
            : new Search(tx, question.ofEnded(), plan, order, limit).run(after);
    sort(
        new Condition(Drive.table(tx.sql(), "call_history_live")),
        Drive.and(question.whole(), Condition.LIVE),
        after);
    if (places.isEmpty()) {
      return over;
    }
    List<Long> both =
        Stream.concat(over.stream(), places.stream()).map(place -> place.cursor().no()).toList();
    places.clear();
    sort(new Condition("call_history h"), List.of(Condition.in("h.no", both)), null);
    return places;
  }

  private void sort(Condition from, List<Condition> where, @Nullable Cursor after)
      throws SQLException {
    List<Condition> all = after == null ? where : Drive.and(where, Walk.behind(after));
    ask(from, all, Walk.terms(order));
  }

  private void walk(@Nullable Cursor after) throws SQLException {
    var index = new Condition(Drive.table(tx.sql(), Plan.index(order.by())));
    for (Walk.Stretch stretch : Walk.stretches(order, after)) {
      if (places.size() < limit && !walk(index, stretch)) {
        places.clear();
        sort(Objects.requireNonNull(question.found()), after);
        return;
      }
    }
  }

  /// @return whether it is no better to sort all that the words find
  private boolean walk(Condition index, Walk.Stretch stretch) throws SQLException {
    List<Condition> where = Drive.and(question.conditions(), stretch.limits());
    Condition words = question.words();
    Drive found = question.found();
    if (words == null || found == null) {
      ask(index, where, stretch.terms());
      return true;
    }
    int before = places.size();
    if (!keeps && probe(index, where, stretch.terms(), words)) {
      return true;
    }
    places.subList(before, places.size()).clear();
    int most = plan.bounds().found();
    if (!keeps && found.count(tx, most) <= most) {
      return false;
    }
    keeps = true;
    ask(index, Drive.and(where, found.contains(tx.sql())), stretch.terms());
    return true;
  }

  /// Reads the words of the first that the walk meets.
  ///
  /// @return whether that was enough
  private boolean probe(Condition index, List<Condition> where, List<Term> terms, Condition words)
      throws SQLException {
    int most = plan.bounds().probed();
    List<Object> parameters = Condition.parameters(where);
    String met =
        "(SELECT h.no AS no, h.created_at AS created_at, "
            + order.by().column()
            + " AS k FROM "
            + index.sql()
            + Condition.all(where)
            + by(terms)
            + " LIMIT "
            + most
            + ") h";
    List<Object> both = new ArrayList<>(parameters);
    both.addAll(words.parameters());
    // In the order in which they are met.
    take(
        "SELECT h.no AS no, h.created_at AS at, h.k AS k FROM " + met + " WHERE " + words.sql(),
        both);
    return places.size() == limit
        || tx.first("SELECT count(*) FROM " + met, row -> row.integer(1), parameters.toArray())
                .orElse(0)
            < most;
  }

  private void ask(Condition from, List<Condition> where, List<Term> terms) throws SQLException {
    List<Object> parameters = from.with(where);
    take(
        "SELECT h.no AS no, h.created_at AS at, "
            + order.by().column()
            + " AS k FROM "
            + from.sql()
            + Condition.all(where)
            + by(terms),
        parameters);
  }

  private static String by(List<Term> terms) {
    return terms.stream().map(Term::sql).collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  /// Takes as many as are wanted still.
  private void take(String select, List<Object> parameters) throws SQLException {
    String sql =
        "WITH m AS MATERIALIZED ("
            + select
            + " LIMIT "
            + (limit - places.size())
            + ") SELECT m.no, m.at, m.k,"
            + " (SELECT x.call_id FROM call_history x WHERE x.no = m.no) FROM m";
    places.addAll(tx.list(sql, this::read, parameters.toArray()));
  }

  private Place read(Row row) throws SQLException {
    String key =
        switch (order.by()) {
          case WHEN -> "";
          case LENGTH, OUTCOME -> Long.toString(row.number(3));
          case QUALITY -> Double.toString(row.real(3));
          case APPLICANT, INTERVIEWER -> row.text(3);
        };
    return new Place(new CallId(row.text(4)), new Cursor(order, key, row.number(2), row.number(1)));
  }
}
