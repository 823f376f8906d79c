package dev.optima.backend.history;

import dev.optima.backend.search.SearchQuery;
import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a filter down as conditions of SQL.
final class QuestionWriter {
  /// A call cannot have been placed later, whatever the clocks of other nodes say.
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Tx tx;
  private final Sql sql;
  private final Instant now;
  private final List<Condition> conditions = new ArrayList<>();

  /// The same of calls that are over.
  private final List<Condition> ended = new ArrayList<>();

  private final List<Drive> drives = new ArrayList<>();
  private boolean over;
  private boolean nothing;

  private QuestionWriter(Tx tx, Instant now) {
    this.tx = tx;
    this.sql = tx.sql();
    this.now = now;
  }

  /// @param own whose calls alone are looked at; null for all
  static Question write(Tx tx, CallFilter filter, @Nullable UserId own, Instant now)
      throws SQLException {
    return new QuestionWriter(tx, now).question(filter, own);
  }

  private Question question(CallFilter filter, @Nullable UserId own) throws SQLException {
    endings(filter.states(), filter.outcomes(), !filter.words().isBlank());
    if (own != null) {
      Condition whose = Condition.in("h.applicant", List.of(HistoryKeys.of(own.value())));
      add(whose);
      // First: it leaves few, so that hardly anything else is counted.
      drives.addFirst(Drive.by(sql, "call_history_of_applicant", List.of(whose), false));
    }
    people(filter.people());
    if (!filter.positions().isEmpty()) {
      List<Long> keys = filter.positions().stream().map(HistoryKeys::of).toList();
      by("call_history_of_position", List.of(Condition.in("h.position", keys)), true);
    }
    period(filter.from(), filter.to());
    lengths(filter.length());
    scores(filter.score());
    time(filter);
    if (filter.rang()) {
      add(new Condition("h.rang = 1"));
    }
    return words(filter.words());
  }

  private void add(Condition condition) {
    conditions.add(condition);
    ended.add(condition);
  }

  /// A filter that an index knows.
  ///
  /// @param partial whether the index has only calls that are over
  private void by(String index, List<Condition> some, boolean partial) {
    some.forEach(this::add);
    boolean covering = !index.equals("call_history_of_hour");
    if (!partial) {
      drives.add(Drive.by(sql, index, some, covering));
    } else if (over) {
      drives.add(Drive.by(sql, index, Drive.and(some, Condition.OVER), covering));
    }
  }

  private void endings(Set<CallState> states, Set<CallOutcome> outcomes, boolean words) {
    Set<CallOutcome> ends = EnumSet.noneOf(CallOutcome.class);
    for (CallOutcome outcome : CallOutcome.values()) {
      boolean asked = outcomes.isEmpty() || outcomes.contains(outcome);
      if (asked && (states.isEmpty() || states.contains(state(outcome)))) {
        ends.add(outcome);
      }
    }
    Set<CallState> live =
        Arrays.stream(CallState.values())
            .filter(state -> !state.isTerminal() && outcomes.isEmpty() && !words)
            .filter(state -> states.isEmpty() || states.contains(state))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(CallState.class)));
    if (live.isEmpty()) {
      ended(ends);
    } else if (ends.isEmpty()) {
      add(live(live));
      ended.add(Condition.OVER);
      drives.add(Drive.by(sql, "call_history_live", List.of(Condition.LIVE), false));
    } else {
      ended.add(Condition.OVER);
      if (ends.size() < CallOutcome.values().length || live.size() < 4) {
        var over = new Condition("h.outcome IN " + numbers(ends));
        ended.add(over);
        conditions.add(new Condition("(" + over.sql() + " OR " + live(live).sql() + ")"));
      }
    }
  }

  private void ended(Set<CallOutcome> ends) {
    over = true;
    nothing = ends.isEmpty();
    add(Condition.OVER);
    if (!nothing && ends.size() < CallOutcome.values().length) {
      by("call_history_by_outcome", List.of(new Condition("h.outcome IN " + numbers(ends))), true);
    }
  }

  private static Condition live(Set<CallState> states) {
    String names =
        states.stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", "));
    return new Condition(
        "(h.outcome = 0 AND EXISTS (SELECT 1 FROM calls c WHERE c.id = h.call_id AND c.state IN ("
            + names
            + ")))");
  }

  private static String numbers(Set<CallOutcome> outcomes) {
    return Condition.list(outcomes.stream().map(HistoryIndex::number).toList());
  }

  private static CallState state(CallOutcome outcome) {
    return switch (outcome) {
      case COMPLETED, DROPPED, ABANDONED -> CallState.ENDED;
      case NOT_JOINED -> CallState.FAILED;
      case REJECTED -> CallState.REJECTED;
      case NO_ANSWER, OFFLINE -> CallState.MISSED;
      case CANCELLED -> CallState.CANCELLED;
    };
  }

  /// Somebody is an applicant, rang, or was asked into a call: only what they ever were is asked.
  private void people(List<UserId> people) throws SQLException {
    if (people.isEmpty()) {
      return;
    }
    List<Long> keys = people.stream().map(person -> HistoryKeys.of(person.value())).toList();
    var anybody = new Anybody(tx, keys);
    if (anybody.isNobody()) {
      nothing = true;
      return;
    }
    add(anybody.condition());
    drives.add(anybody.drive());
  }

  private void period(@Nullable Instant from, @Nullable Instant to) {
    List<Condition> some = new ArrayList<>();
    if (from != null) {
      some.add(new Condition("h.created_at >= " + from.toEpochMilli()));
    }
    if (to != null) {
      some.add(new Condition("h.created_at < " + to.toEpochMilli()));
    }
    if (!some.isEmpty()) {
      by("call_history_by_when", some, false);
    }
  }

  private void lengths(CallFilter.Range range) {
    range(
        "h.length",
        "call_history_by_length",
        range,
        value -> Long.toString((long) Math.ceil(value)));
  }

  private void scores(CallFilter.Range range) {
    range("h.score", "call_history_by_quality", range, value -> Double.toString(value));
  }

  private void range(
      String column, String index, CallFilter.Range range, DoubleFunction<String> written) {
    if (range.isAny()) {
      return;
    }
    double min = range.min() == null ? 0 : Math.max(0, range.min());
    List<Condition> some =
        new ArrayList<>(List.of(new Condition(column + " >= " + written.apply(min))));
    if (range.max() != null) {
      some.add(new Condition(column + " < " + written.apply(range.max())));
    }
    by(index, some, true);
  }

  private void time(CallFilter filter) throws SQLException {
    if (filter.time().isAny()) {
      return;
    }
    Optional<Instant> first =
        tx.first(
            "SELECT created_at FROM call_history ORDER BY created_at, no LIMIT 1",
            row -> row.instant(1));
    if (first.isEmpty()) {
      nothing = true;
      return;
    }
    Instant from = first.get();
    Instant to = now.plus(AHEAD);
    var hours = new LocalHours(filter.time(), from, to.isAfter(from) ? to : from.plus(AHEAD));
    by("call_history_of_hour", List.of(new Condition(hours.coarse())), true);
    if (!hours.fine().isEmpty()) {
      add(new Condition(hours.fine()));
    }
  }

  private Question words(String typed) {
    if (nothing) {
      return Question.NOTHING;
    }
    if (typed.isBlank()) {
      return new Question(conditions, ended, drives, null, null, over, false);
    }
    Optional<SearchQuery> query = SearchQuery.read(typed);
    if (query.isEmpty()) {
      return Question.NOTHING;
    }
    Condition words = Question.words(sql, query.get());
    Drive found = Drive.words(sql, HistoryWords.match(sql, query.get()), words);
    return new Question(conditions, ended, drives, words, found, over, false);
  }
}
