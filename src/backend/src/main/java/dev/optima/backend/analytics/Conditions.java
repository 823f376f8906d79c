package dev.optima.backend.analytics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has to be true of a row, and the parameters of that, in their order.
final class Conditions {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  Conditions and(String condition, Object... values) {
    text.append(text.isEmpty() ? " WHERE " : " AND ").append(condition);
    Collections.addAll(parameters, values);
    return this;
  }

  /// Whether one of these is true, for each value once; nothing if there are no values.
  ///
  /// @param condition with one parameter
  Conditions andAny(String condition, List<?> values) {
    return values.isEmpty()
        ? this
        : and(
            "(" + String.join(" OR ", Collections.nCopies(values.size(), condition)) + ")",
            values.toArray());
  }

  /// Whether it is one of the values; nothing if there are none.
  Conditions andIn(String column, List<?> values) {
    return values.isEmpty() ? this : and(column + in(values), values.toArray());
  }

  static String in(List<?> values) {
    return " IN (?" + ", ?".repeat(values.size() - 1) + ")";
  }

  @Override
  public String toString() {
    return text.toString();
  }

  @Nullable Object[] parameters() {
    return parameters.toArray();
  }
}
