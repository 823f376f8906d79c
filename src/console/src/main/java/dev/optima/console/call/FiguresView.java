package dev.optima.console.call;

import dev.optima.console.call.WeekFiguresViewModel.Week;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.rest.CallAnalytics.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/// The four figures of the week.
final class FiguresView extends GridPane implements AutoCloseable {
  private static final double FOUR_COLUMNS = 760;
  private static final Set<MeetingStatus> DUE =
      Set.of(MeetingStatus.COMPLETED, MeetingStatus.NO_SHOW);
  private static final String NOTHING = "—";

  private final Words words;
  private final WeekFiguresViewModel model;
  private final FigureCard interviews;
  private final FigureCard answers;
  private final FigureCard noShows;
  private final FigureCard length;
  private final Subscriptions subscriptions = new Subscriptions();
  private int columns;

  /// Where figures lead.
  ///
  /// @param rows to the calls of a filter, in an order
  /// @param meetings to the meetings behind a figure
  record Leads(BiConsumer<HistoryFilter, HistoryOrder> rows, CallsView.Meetings meetings) {}

  FiguresView(Words words, WeekFiguresViewModel model, Leads leads) {
    super(12, 12);
    this.words = words;
    this.model = model;
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
    widthProperty().addListener((_, _, width) -> arrange(width.doubleValue()));
    arrange(FOUR_COLUMNS);
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

  private void arrange(double width) {
    int fitting = width >= FOUR_COLUMNS ? 4 : 2;
    if (fitting == columns) {
      return;
    }
    columns = fitting;
    List<ColumnConstraints> widths = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints each = new ColumnConstraints();
      each.setPercentWidth(100.0 / columns);
      widths.add(each);
    }
    getColumnConstraints().setAll(widths);
    List<FigureCard> cards = List.of(interviews, answers, noShows, length);
    for (int i = 0; i < cards.size(); i++) {
      setConstraints(cards.get(i), i % columns, i / columns);
    }
    getChildren().setAll(cards);
  }

  private void show() {
    Week week = model.week().get();
    if (week == null) {
      String why = model.problem().get() == null ? "" : words.get(model.problem().get());
      for (FigureCard card : List.of(interviews, answers, noShows, length)) {
        card.show(NOTHING, null, "", why);
      }
      return;
    }
    Figures now = week.now();
    Figures before = week.before();
    String when = when(week);
    interviews.show(
        words.numbers().count(now.interviews()),
        grown(now.interviews(), before.interviews()),
        "",
        when + "\n" + words.get("calls.figure.lastWeek", before.interviews()));
    answers.show(
        rate(now.answerRate()),
        null,
        now.answerRate() == null ? "" : words.get("calls.figure.ofRings"),
        when + "\n" + words.get("calls.figure.share", now.answered(), now.rings()));
    noShows.show(
        rate(now.noShowRate()),
        points(now.noShowRate(), before.noShowRate()),
        "",
        when + "\n" + words.get("calls.figure.share", now.noShows(), now.due()));
    Long median = now.medianLength();
    length.show(median == null ? NOTHING : words.numbers().length(median), null, "", when);
  }

  private String when(Week week) {
    Formats formats = words.formats();
    return words.get("calls.figure.when", formats.weekday(week.from()), formats.weekday(week.to()));
  }

  private String rate(@Nullable Double rate) {
    return rate == null ? NOTHING : words.numbers().percent(rate);
  }

  /// More interviews are good; where there were none, nothing can be said.
  private FigureCard.@Nullable Change grown(long now, long before) {
    if (before == 0) {
      return null;
    }
    double share = (double) (now - before) / before;
    String text = words.numbers().percent(Math.abs(share));
    return change(Math.round(share * 100), text, "ok", "bad");
  }

  /// More no-shows are bad.
  private FigureCard.@Nullable Change points(@Nullable Double now, @Nullable Double before) {
    if (now == null || before == null) {
      return null;
    }
    long points = Math.round((now - before) * 100);
    return change(points, words.get("calls.figure.points", Math.abs(points)), "bad", "ok");
  }

  private static FigureCard.Change change(long by, String text, String more, String less) {
    if (by == 0) {
      return new FigureCard.Change("± " + text, "plain");
    }
    return by > 0
        ? new FigureCard.Change("▲ " + text, more)
        : new FigureCard.Change("▼ " + text, less);
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
