package dev.optima.backend.history;

import dev.optima.backend.history.CallOrder.By;
import dev.optima.backend.history.CallOrder.Term;
import dev.optima.protocol.call.CallOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the index of an order is gone through from some place on: stretch by stretch, each of which
/// lies in the index as it is to be read. A call whose key is not known comes last in either
/// direction.
final class Walk {
  /// A part of the index.
  ///
  /// @param limits of it
  /// @param terms how it is read
  record Stretch(Condition limits, List<Term> terms) {}

  private final CallOrder order;
  private final @Nullable Cursor after;
  private final List<Stretch> stretches = new ArrayList<>();

  private Walk(CallOrder order, @Nullable Cursor after) {
    this.order = order;
    this.after = after;
  }

  static List<Stretch> stretches(CallOrder order, @Nullable Cursor after) {
    var walk = new Walk(order, after);
    switch (order.by()) {
      case WHEN -> walk.byTime();
      case OUTCOME -> walk.byOutcome();
      case LENGTH, QUALITY, APPLICANT, INTERVIEWER -> walk.byKey();
    }
    return List.copyOf(walk.stretches);
  }

  /// The whole order in one, for calls that have to be sorted.
  static List<Term> terms(CallOrder order) {
    List<Term> terms = new ArrayList<>();
    switch (order.by()) {
      case WHEN -> {}
      case OUTCOME -> {
        terms.add(new Term("CASE WHEN h.outcome = 0 THEN 1 ELSE 0 END", false));
        terms.add(order.key());
      }
      case LENGTH, QUALITY -> {
        terms.add(new Term("CASE WHEN " + order.by().column() + " < 0 THEN 1 ELSE 0 END", false));
        terms.add(order.key());
      }
      case APPLICANT, INTERVIEWER -> terms.add(order.key());
    }
    terms.addAll(order.ties());
    return terms;
  }

  /// What lies behind a place in the whole order.
  static Condition behind(Cursor cursor) {
    CallOrder order = cursor.order();
    List<Object> values = new ArrayList<>();
    if (order.by() == By.OUTCOME) {
      values.add(cursor.key().equals("0") ? 1L : 0L);
    } else if (!order.by().isAlwaysKnown()) {
      values.add(cursor.isUnknown() ? 1L : 0L);
    }
    if (order.by() != By.WHEN) {
      values.add(cursor.key());
    }
    values.add(cursor.at());
    values.add(cursor.no());
    return behind(terms(order), values, order.by().isText());
  }

  private static Condition behind(List<Term> terms, List<Object> values, boolean text) {
    Term first = terms.getFirst();
    boolean bound = text && values.getFirst() instanceof String;
    String value = bound ? "?" : values.getFirst().toString();
    String further = first.expression() + (first.descending() ? " < " : " > ") + value;
    List<Object> parameters = new ArrayList<>();
    if (bound) {
      parameters.add(values.getFirst());
    }
    if (terms.size() == 1) {
      return new Condition(further, parameters);
    }
    Condition rest = behind(terms.subList(1, terms.size()), values.subList(1, values.size()), text);
    String same = first.expression() + " = " + value + " AND " + rest.sql();
    if (bound) {
      parameters.add(values.getFirst());
    }
    parameters.addAll(rest.parameters());
    return new Condition("(" + further + " OR (" + same + "))", parameters);
  }

  private void byTime() {
    stretches.add(new Stretch(after == null ? everything() : ties(after), order.ties()));
  }

  /// Eight outcomes, each newest first.
  private void byOutcome() {
    int last = CallOutcome.values().length;
    Integer from = after == null ? null : Integer.valueOf(after.key());
    for (int i = 1; i <= last; i++) {
      int outcome = order.ascending() ? i : last + 1 - i;
      if (from != null && (order.ascending() ? outcome < from : outcome > from)) {
        continue;
      }
      var same = new Condition("h.outcome = " + outcome);
      Condition rest =
          after != null && Integer.valueOf(outcome).equals(from) ? both(same, ties(after)) : same;
      stretches.add(new Stretch(rest, order.ties()));
    }
  }

  private void byKey() {
    String column = order.by().column();
    boolean partly = !order.by().isAlwaysKnown();
    List<Term> whole = new ArrayList<>(List.of(order.key()));
    whole.addAll(order.ties());
    var known = partly ? new Condition(column + " >= 0") : everything();
    if (after == null) {
      stretches.add(new Stretch(known, whole));
    } else if (!after.isUnknown()) {
      stretches.add(new Stretch(both(key(column + " = ", after), ties(after)), order.ties()));
      String further = order.ascending() ? " > " : " < ";
      stretches.add(new Stretch(both(key(column + further, after), known), whole));
    }
    if (partly) {
      var unknown = new Condition(column + " = -1");
      Condition rest = after != null && after.isUnknown() ? both(unknown, ties(after)) : unknown;
      stretches.add(new Stretch(rest, order.ties()));
    }
  }

  private Condition key(String comparison, Cursor place) {
    return order.by().isText()
        ? new Condition(comparison + "?", List.of(place.key()))
        : new Condition(comparison + place.key());
  }

  private Condition ties(Cursor place) {
    String further = order.isNewestFirst() ? " < " : " > ";
    return new Condition(
        "(h.created_at, h.no)" + further + "(" + place.at() + ", " + place.no() + ")");
  }

  private static Condition everything() {
    return new Condition("1 = 1");
  }

  private static Condition both(Condition one, Condition other) {
    List<Object> parameters = new ArrayList<>(one.parameters());
    parameters.addAll(other.parameters());
    return new Condition(one.sql() + " AND " + other.sql(), parameters);
  }
}
