package dev.optima.console.call;

import dev.optima.console.call.WeekFiguresViewModel.Week;
import dev.optima.console.chart.Change;
import dev.optima.console.chart.Changes;
import dev.optima.console.chart.Changes.Rate;
import dev.optima.console.chart.Changes.Rise;
import dev.optima.console.chart.Tiles;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.rest.CallAnalytics.Figures;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The four figures of the week.
final class FiguresView implements AutoCloseable {
  private static final double LEAST = 180;
  private static final int MOST = 4;
  private static final Set<MeetingStatus> DUE =
      Set.of(MeetingStatus.COMPLETED, MeetingStatus.NO_SHOW);
  private static final String NOTHING = "—";

  private final Words words;
  private final WeekFiguresViewModel model;
  private final FigureCard interviews;
  private final FigureCard answers;
  private final FigureCard noShows;
  private final FigureCard length;
  private final List<FigureCard> all;
  private final Changes changes;
  private final Tiles node = new Tiles(LEAST, MOST, 12);
  private final Subscriptions subscriptions = new Subscriptions();

  /// Where figures lead.
  ///
  /// @param rows to the calls of a filter, in an order
  /// @param meetings to the meetings behind a figure
  record Leads(BiConsumer<HistoryFilter, HistoryOrder> rows, CallsView.Meetings meetings) {}

  FiguresView(Words words, WeekFiguresViewModel model, Leads leads) {
    this.words = words;
    this.model = model;
    changes = new Changes(words);
    interviews =
        new FigureCard(
            "interviews",
            words.get("calls.figure.interviews"),
            words.get("calls.figure.interviews.what"),
            () -> held(filter -> leads.rows().accept(filter, HistoryOrder.NEWEST)));
    answers =
        new FigureCard(
            "answers",
            words.get("calls.figure.answers"),
            words.get("calls.figure.answers.what"),
            () ->
                week(
                    week ->
                        leads
                            .rows()
                            .accept(
                                HistoryFilter.ALL.period(week.from(), week.to()).rang(true),
                                HistoryOrder.NEWEST)));
    noShows =
        new FigureCard(
            "noShows",
            words.get("calls.figure.noShows"),
            words.get("calls.figure.noShows.what"),
            () -> week(week -> leads.meetings().show(week.from(), week.to(), DUE)));
    length =
        new FigureCard(
            "length",
            words.get("calls.figure.length"),
            words.get("calls.figure.length.what"),
            () ->
                held(
                    filter ->
                        leads
                            .rows()
                            .accept(filter, new HistoryOrder(HistoryOrder.Column.LENGTH, false))));
    all = List.of(interviews, answers, noShows, length);
    node.show(all);
    subscriptions.update(this::show, model.week(), model.problem());
  }

  private void week(Consumer<Week> deed) {
    Week week = model.week().get();
    if (week != null) {
      deed.accept(week);
    }
  }

  /// The interviews of the week.
  private void held(Consumer<HistoryFilter> deed) {
    week(
        week ->
            deed.accept(
                HistoryFilter.ALL
                    .period(week.from(), week.to())
                    .outcomes(CallOutcome.COMPLETED, CallOutcome.DROPPED)));
  }

  private void show() {
    Week week = model.week().get();
    if (week == null) {
      String why = model.problem().get() == null ? "" : words.get(model.problem().get());
      for (FigureCard card : all) {
        card.show(NOTHING, null, why.isEmpty() ? "" : words.get("calls.figure.unknown"), why);
      }
      return;
    }
    String when = when(week);
    showInterviews(week, when);
    showRates(week.now(), week.before(), when);
    Long median = week.now().medianLength();
    length.show(
        median == null ? NOTHING : words.numbers().length(median),
        null,
        median == null ? words.get("calls.figure.length.none") : "",
        when);
  }

  /// Where too little is compared, what was before is said as it is.
  private void showInterviews(Week week, String when) {
    long count = week.now().interviews();
    String before = words.get("calls.figure.lastWeek", week.before().interviews());
    Change change = changes.count(count, week.before().interviews(), Rise.GOOD);
    interviews.show(
        words.numbers().count(count), change, change == null ? before : "", when + "\n" + before);
  }

  private void showRates(Figures now, Figures before, String when) {
    answers.show(
        rate(now.answerRate()),
        null,
        words.get(now.answerRate() == null ? "calls.figure.answers.none" : "calls.figure.ofRings"),
        when + "\n" + words.get("calls.figure.share", now.answered(), now.rings()));
    noShows.show(
        rate(now.noShowRate()),
        changes.rate(
            new Rate(now.noShowRate(), now.due()),
            new Rate(before.noShowRate(), before.due()),
            Rise.BAD),
        now.noShowRate() == null ? words.get("calls.figure.noShows.none") : "",
        when + "\n" + words.get("calls.figure.share", now.noShows(), now.due()));
  }

  private String when(Week week) {
    Formats formats = words.formats();
    return words.get("calls.figure.when", formats.weekday(week.from()), formats.weekday(week.to()));
  }

  private String rate(@Nullable Double rate) {
    return rate == null ? NOTHING : words.numbers().percent(rate);
  }

  Tiles node() {
    return node;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
