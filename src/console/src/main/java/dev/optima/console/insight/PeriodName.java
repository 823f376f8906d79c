package dev.optima.console.insight;

import dev.optima.console.call.HistoryFilter.Person;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightsViewModel.Shown;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// The days of which figures are, in words: `25 Oct – 23 Nov 2026`.
final class PeriodName {
  private final DateTimeFormatter whole;
  private final DateTimeFormatter dayAndMonth;

  PeriodName(Words words) {
    whole = DateTimeFormatter.ofPattern("d MMM yyyy", words.texts().locale());
    dayAndMonth = DateTimeFormatter.ofPattern("d MMM", words.texts().locale());
  }

  String of(Period period) {
    LocalDate first = period.first();
    LocalDate last = period.last();
    if (first.equals(last)) {
      return whole.format(first);
    }
    DateTimeFormatter begin = first.getYear() == last.getYear() ? dayAndMonth : whole;
    return begin.format(first) + " – " + whole.format(last);
  }

  /// With those and that to which the figures are narrowed.
  String of(Shown shown) {
    List<String> all = new ArrayList<>();
    all.add(of(shown.period()));
    shown.filter().people().stream().map(Person::name).forEach(all::add);
    all.addAll(shown.filter().positions());
    return String.join(" · ", all);
  }
}
