package dev.optima.backend.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A part of a question in SQL, on the row `h` of the history, with its parameters. Numbers stand
/// in the text itself: a database plans better for what it sees.
record Condition(String sql, List<Object> parameters) {
  /// What every index has but the one by time.
  static final Condition OVER = new Condition("h.outcome > 0");

  /// What only few fulfil.
  static final Condition LIVE = new Condition("h.outcome = 0");

  Condition {
    parameters = List.copyOf(parameters);
  }

  Condition(String sql) {
    this(sql, List.of());
  }

  /// One of these numbers.
  static Condition in(String column, Collection<? extends Number> numbers) {
    return new Condition(column + " IN " + list(numbers));
  }

  static String list(Collection<? extends Number> numbers) {
    return numbers.stream()
        .map(String::valueOf)
        .sorted()
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /// All of them; of none, everything.
  static String all(List<Condition> conditions) {
    return conditions.isEmpty()
        ? ""
        : conditions.stream()
            .map(Condition::sql)
            .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  /// The parameters of this, then of those.
  List<Object> with(List<Condition> conditions) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(parameters(conditions));
    return all;
  }

  /// Their parameters, in order.
  static List<Object> parameters(List<Condition> conditions) {
    List<Object> all = new ArrayList<>();
    conditions.forEach(condition -> all.addAll(condition.parameters()));
    return all;
  }
}
