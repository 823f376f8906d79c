package dev.optima.console.insight;

import dev.optima.console.chart.Changes;
import dev.optima.console.chart.Changes.Rate;
import dev.optima.console.chart.Changes.Rise;
import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.FigureCard;
import dev.optima.console.chart.Tiles;
import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightsViewModel.Shown;
import dev.optima.protocol.rest.CallAnalytics.Figures;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The figures at a glance, each with how it changed.
final class FigureRow {
  private static final double LEAST = 200;
  private static final int MOST = 5;

  private final CardGround ground;
  private final Words words;
  private final Numbers numbers;
  private final Changes changes;
  private final Tiles tiles = new Tiles(LEAST, MOST, 12);
  private final FigureCard interviews;
  private final FigureCard answers;
  private final FigureCard noShows;
  private final FigureCard length;
  private final FigureCard score;
  private @Nullable Leads leads;

  FigureRow(CardGround ground) {
    this.ground = ground;
    words = ground.words();
    numbers = words.numbers();
    changes = new Changes(words);
    interviews =
        figure(
            "interviews",
            "insights.interviews.title",
            "insights.interviews.text",
            "insights.showCalls",
            now -> ground.calls().accept(now.interviews()));
    answers =
        figure(
            "answers",
            "insights.rate.title",
            "insights.rate.text",
            "insights.showCalls",
            now -> ground.calls().accept(now.rings()));
    noShows =
        figure(
            "noShows",
            "insights.noShow.title",
            "insights.noShow.text",
            "insights.showMeetings",
            now -> ground.meetings().accept(now.due()));
    length =
        figure(
            "length",
            "insights.length.title",
            "insights.length.text",
            "insights.showCalls",
            now -> ground.calls().accept(now.interviews()));
    score =
        figure(
            "score",
            "insights.score.title",
            "insights.score.text",
            "insights.showCalls",
            now -> ground.calls().accept(now.measured()));
    tiles.show(List.of(interviews, answers, noShows, length, score));
  }

  private FigureCard figure(
      String id, String title, String text, String way, Consumer<Leads> then) {
    return new FigureCard(
        words,
        new ChartCard.About(id, words.get(title), words.get(text)),
        words.get(way),
        () -> {
          if (leads != null) {
            then.accept(leads);
          }
        });
  }

  Tiles node() {
    return tiles;
  }

  void show(Shown shown, Leads behind) {
    leads = behind;
    Figures now = shown.figures().now();
    Figures before = shown.figures().before();
    interviews.show(
        numbers.count(now.interviews()),
        words.get("insights.interviews.before", numbers.count(before.interviews())),
        changes.count(now.interviews(), before.interviews(), Rise.GOOD));
    answers.show(
        percent(now.answerRate()),
        now.answerRate() == null
            ? words.get("insights.rate.none")
            : words.get(
                "insights.rate.of", numbers.count(now.answered()), numbers.count(now.rings())),
        changes.rate(answers(now), answers(before), Rise.GOOD));
    noShows.show(
        percent(now.noShowRate()),
        now.noShowRate() == null
            ? words.get("insights.noShow.none")
            : words.get(
                "insights.noShow.of", numbers.count(now.noShows()), numbers.count(now.due())),
        changes.rate(noShows(now), noShows(before), Rise.BAD));
    Long median = now.medianLength();
    length.show(
        median == null ? "" : numbers.length(median),
        median == null ? words.get("insights.length.none") : "",
        changes.length(median, before.medianLength()));
    Double mean = now.score();
    score.show(
        mean == null ? "" : numbers.decimal(mean),
        mean == null ? words.get("insights.score.none") : "",
        changes.score(mean, before.score()));
  }

  private static Rate answers(Figures of) {
    return new Rate(of.answerRate(), of.rings());
  }

  private static Rate noShows(Figures of) {
    return new Rate(of.noShowRate(), of.due());
  }

  private String percent(@Nullable Double rate) {
    return rate == null ? "" : numbers.percent(rate);
  }
}
