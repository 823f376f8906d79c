package dev.optima.console.call;

import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.ChartExport;
import dev.optima.console.chart.DayPart;
import dev.optima.console.chart.StackedDays;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.protocol.meeting.MeetingStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The chart of the last days. A press on a day leads to its calls, one on meetings to these.
final class LastDays implements AutoCloseable {
  private static final List<DayPart> PARTS =
      List.of(
          DayPart.COMPLETED,
          DayPart.DROPPED,
          DayPart.MISSED,
          DayPart.OFFLINE,
          DayPart.REJECTED,
          DayPart.NO_SHOW);

  private final Words words;
  private final WeekFiguresViewModel model;
  private final StackedDays plot;
  private final ChartCard card;
  private final BiConsumer<HistoryFilter, HistoryOrder> rows;
  private final CallsView.Meetings meetings;
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param rows shows the calls of a filter
  /// @param meetings shows the meetings of a day
  LastDays(
      Words words,
      WeekFiguresViewModel model,
      ChartExport export,
      BiConsumer<HistoryFilter, HistoryOrder> rows,
      CallsView.Meetings meetings) {
    this.words = words;
    this.model = model;
    this.rows = rows;
    this.meetings = meetings;
    plot = new StackedDays(words);
    card =
        new ChartCard(
            words,
            export,
            new ChartCard.About(
                "lastDays",
                words.get("calls.days", WeekFiguresViewModel.DAYS),
                words.get("calls.days.what")),
            plot);
    plot.onPick(this::picked);
    subscriptions.update(this::show, model.days(), model.problem());
  }

  private void show() {
    if (model.week().get() != null) {
      plot.show(PARTS, model.days().get());
      card.say(null);
    } else {
      card.say(
          model.problem().get() == null
              ? words.get("common.loading")
              : words.get(model.problem().get()));
    }
  }

  private void picked(LocalDate day, @Nullable DayPart part) {
    HistoryFilter calls = model.placedOn(day);
    DayPart meant = part == null ? onlyPart(day) : part;
    MeetingStatus end = meant == null ? null : meant.meetings();
    if (end != null) {
      meetings.show(
          Objects.requireNonNull(calls.from()), Objects.requireNonNull(calls.to()), Set.of(end));
      return;
    }
    rows.accept(part == null ? calls : calls.outcomes(part.outcomes()), HistoryOrder.NEWEST);
  }

  /// What all of a day is; null if it is several things.
  private @Nullable DayPart onlyPart(LocalDate date) {
    List<DayPart> present =
        model.days().get().stream()
            .filter(day -> day.date().equals(date))
            .flatMap(day -> PARTS.stream().filter(part -> part.of(day) > 0))
            .toList();
    return present.size() == 1 ? present.getFirst() : null;
  }

  ChartCard card() {
    return card;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
