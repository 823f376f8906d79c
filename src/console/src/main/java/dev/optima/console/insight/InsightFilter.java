package dev.optima.console.insight;

import dev.optima.console.call.HistoryFilter.Person;
import dev.optima.console.client.AnalyticsQuery;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Of what figures are shown.
///
/// @param own the days that were named, for [Span#CUSTOM]
/// @param people of the team; empty for everybody
/// @param positions empty for all
public record InsightFilter(Span span, Period own, List<Person> people, List<String> positions) {
  public InsightFilter {
    people = List.copyOf(people);
    positions = List.copyOf(positions);
  }

  static InsightFilter of(Span span, LocalDate today) {
    return new InsightFilter(span, Period.of(Span.CUSTOM, today), List.of(), List.of());
  }

  InsightFilter with(Span other) {
    return new InsightFilter(other, own, people, positions);
  }

  InsightFilter with(Period days) {
    return new InsightFilter(Span.CUSTOM, days, people, positions);
  }

  InsightFilter withPeople(List<Person> wanted) {
    return new InsightFilter(span, own, wanted, positions);
  }

  InsightFilter withPositions(List<String> wanted) {
    return new InsightFilter(span, own, people, wanted);
  }

  /// The days that it means today.
  Period period(LocalDate today) {
    return span == Span.CUSTOM ? own : Period.of(span, today);
  }

  AnalyticsQuery query(LocalDate today, ZoneId zone) {
    Period days = period(today);
    return new AnalyticsQuery(
        days.from(zone), days.to(zone), zone, people.stream().map(Person::id).toList(), positions);
  }
}
