package dev.optima.console.call;

import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.call.CallOutcome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Says what a filter asks for, one thing at a time, and what it is like without that.
final class FilterWords {
  private final Words words;

  FilterWords(Words words) {
    this.words = words;
  }

  /// One thing that is asked for.
  ///
  /// @param id which
  /// @param without takes it out of a filter
  record Part(String id, String text, UnaryOperator<HistoryFilter> without) {}

  List<Part> of(HistoryFilter filter) {
    List<Part> parts = new ArrayList<>();
    outcomes(filter, parts);
    for (HistoryFilter.Person person : filter.people()) {
      parts.add(
          new Part(
              "person-" + person.id(),
              person.name(),
              it -> it.people(without(it.people(), person))));
    }
    for (String position : filter.positions()) {
      parts.add(
          new Part(
              "position-" + position,
              position,
              it -> it.positions(without(it.positions(), position))));
    }
    if (filter.from() != null || filter.to() != null) {
      parts.add(new Part("period", period(filter), it -> it.period(null, null)));
    }
    rest(filter, parts);
    return parts;
  }

  private void outcomes(HistoryFilter filter, List<Part> parts) {
    for (CallOutcome outcome : new TreeSet<>(filter.outcomes())) {
      parts.add(
          new Part(
              "outcome-" + outcome,
              words.get(Outcomes.of(outcome)),
              it -> it.outcomes(Set.copyOf(without(List.copyOf(it.outcomes()), outcome)))));
    }
  }

  private static <T> List<T> without(List<T> all, T one) {
    return all.stream().filter(other -> !other.equals(one)).toList();
  }

  private void rest(HistoryFilter filter, List<Part> parts) {
    if (!filter.words().isBlank()) {
      parts.add(new Part("words", "“" + filter.words().strip() + "”", it -> it.words("")));
    }
    if (filter.minLength() != null || filter.maxLength() != null) {
      String text =
          range(
              filter.minLength() == null ? null : words.numbers().length(filter.minLength()),
              filter.maxLength() == null ? null : words.numbers().length(filter.maxLength()));
      parts.add(new Part("length", text, it -> it.length(null, null)));
    }
    if (filter.minScore() != null || filter.maxScore() != null) {
      String text =
          range(
              filter.minScore() == null ? null : words.numbers().decimal(filter.minScore()),
              filter.maxScore() == null ? null : words.numbers().decimal(filter.maxScore()));
      parts.add(
          new Part("score", words.get("calls.filter.score", text), it -> it.score(null, null)));
    }
    if (filter.weekday() != null || filter.hour() != null) {
      parts.add(new Part("hour", hour(filter), it -> it.hourOfWeek(null, null)));
    }
    if (filter.rang()) {
      parts.add(new Part("rang", words.get("calls.filter.rang"), it -> it.rang(false)));
    }
  }

  private String range(@Nullable String from, @Nullable String to) {
    if (from == null) {
      return words.get("calls.filter.below", String.valueOf(to));
    }
    return to == null ? words.get("calls.filter.from", from) : from + " – " + to;
  }

  /// `16 Nov – 22 Nov`; a day alone if it is one.
  private String period(HistoryFilter filter) {
    Formats formats = words.formats();
    Instant from = filter.from();
    // the end is the first moment that does not belong to it
    Instant last = filter.to() == null ? null : filter.to().minusMillis(1);
    if (from != null && last != null && formats.day(from).equals(formats.day(last))) {
      return formats.weekday(from);
    }
    return range(
        from == null ? null : formats.weekday(from), last == null ? null : formats.weekday(last));
  }

  /// `Mon 14:00 – 15:00`.
  private String hour(HistoryFilter filter) {
    String day =
        filter.weekday() == null
            ? ""
            : DayOfWeek.of(filter.weekday())
                .getDisplayName(TextStyle.SHORT, words.texts().locale());
    String hours =
        filter.hour() == null
            ? ""
            : "%02d:00 – %02d:00".formatted(filter.hour(), filter.hour() + 1);
    return (day + " " + hours).strip();
  }
}
