package dev.optima.console.insight;

import dev.optima.console.call.HistoryFilter;
import dev.optima.console.chart.ChartExport;
import dev.optima.console.chart.Tiles;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightsViewModel.Shown;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page of insights: what is wanted above, figures and charts below. What is shown stays while
/// newer figures are on their way, or cannot be had; then the page says so.
public final class InsightsView extends BorderPane implements AutoCloseable {
  private static final double LEAST = 430;
  private static final double GAP = 12;

  private final Words words;
  private final InsightsViewModel model;
  private final PeriodName periodName;
  private final FigureRow figures;
  private final List<InsightCard> cards;
  private final Tiles charts = new Tiles(LEAST, 2, GAP);
  private final Label period = Nodes.label("", "heading");
  private final VBox content;
  private final VBox nothing;
  private final VBox waiting = new VBox(12);
  private final Label waitingText = Nodes.wrapped("", "muted");
  private final HBox notice = new HBox(12);
  private final Label noticeText = Nodes.wrapped("");
  private final Label busy;
  private final PageExport export;
  private final InsightFilterView filters;
  private final Subscriptions subscriptions = new Subscriptions();

  /// What the page leads to.
  ///
  /// @param calls opens the page of calls with these
  /// @param meetings shows these meetings
  /// @param failed says what went wrong with an export
  public record Ways(
      Consumer<HistoryFilter> calls,
      Consumer<MeetingListViewModel> meetings,
      Consumer<Exception> failed) {}

  public InsightsView(
      Words words,
      InsightsViewModel model,
      ChartExport chartExport,
      InsightChoices choices,
      Ways ways) {
    this.words = words;
    this.model = model;
    periodName = new PeriodName(words);
    setId(Ids.INSIGHTS);
    getStyleClass().add("page");
    CardGround ground =
        new CardGround(
            words,
            chartExport,
            ways.calls(),
            wanted -> ways.meetings().accept(model.meetings(wanted)));
    figures = new FigureRow(ground);
    cards =
        List.of(
            DaysCard.ofCalls(ground),
            DaysCard.ofMeetings(ground),
            new AnswerCard(ground),
            new NoShowCard(ground),
            new WaitCard(ground),
            new LengthCard(ground),
            new QualityCard(ground),
            new LoadCard(ground));
    cards.stream()
        .filter(card -> card instanceof AnswerCard || card instanceof LoadCard)
        .forEach(card -> Tiles.wide(card.card()));
    charts.show(cards.stream().map(InsightCard::card).toList());
    nothing = nothing();
    content = new VBox(GAP, period, figures.node(), nothing, charts);
    content.setId(Ids.INSIGHTS_CONTENT);
    content.getStyleClass().add("insights");
    export = new PageExport(words, model, chartExport, content, ways.failed());
    filters = new InsightFilterView(words, model, choices);
    busy = Nodes.label(words.get("common.loading"), "muted", "small");
    busy.setId(Ids.INSIGHTS_BUSY);
    setTop(head());
    setCenter(body());
    subscriptions.follow(model.shown(), this::show);
    subscriptions.update(this::state, model.loading(), model.problem(), model.shown());
  }

  private VBox head() {
    HBox title =
        new HBox(
            12,
            Nodes.label(words.get("insights.title"), "title"),
            busy,
            Nodes.spring(),
            export.button());
    title.setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("page-head");
    return new VBox(title);
  }

  private Region body() {
    noticeText.setMaxWidth(Double.MAX_VALUE);
    notice.setId(Ids.INSIGHTS_PROBLEM);
    notice.getStyleClass().add("problem-box");
    notice.setAlignment(Pos.CENTER_LEFT);
    notice
        .getChildren()
        .addAll(
            noticeText,
            Nodes.spring(),
            Nodes.button(Ids.INSIGHTS_RETRY, words.get("insights.retry"), model::retry));
    waiting.setAlignment(Pos.CENTER);
    waiting.getChildren().add(waitingText);
    VBox all = new VBox(GAP, filters, notice, new StackPane(content, waiting));
    all.getStyleClass().add("page-body");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("page-scroll");
    scroll.setId(Ids.INSIGHTS_SCROLL);
    return scroll;
  }

  private VBox nothing() {
    VBox box =
        new VBox(
            4,
            Nodes.label(words.get("insights.nothing.title"), "heading"),
            Nodes.wrapped(words.get("insights.nothing.text"), "muted"));
    box.setId(Ids.INSIGHTS_NOTHING);
    box.getStyleClass().add("card");
    return box;
  }

  private void show(@Nullable Shown shown) {
    if (shown == null) {
      return;
    }
    Leads leads = new Leads(shown.figures(), shown.filter(), model.zone());
    String name = periodName.of(shown.period());
    period.setText(periodName.of(shown));
    figures.show(shown, leads);
    cards.forEach(card -> card.show(shown, leads, name));
    Nodes.present(nothing, shown.isNothing());
    Nodes.present(charts, !shown.isNothing());
  }

  private void state() {
    Shown shown = model.shown().get();
    Message problem = model.problem().get();
    busy.setVisible(model.loading().get() && shown != null);
    content.setVisible(shown != null);
    content.setOpacity(model.loading().get() && isOther(shown) ? 0.55 : 1);
    waiting.setVisible(shown == null && problem == null);
    waitingText.setText(words.get("common.loading"));
    Nodes.present(notice, problem != null);
    if (problem != null) {
      noticeText.setText(
          shown == null
              ? words.get(problem)
              : words.get("insights.old", words.get(problem), words.formats().time(shown.at())));
    }
    export.allow(shown != null && !shown.isNothing());
  }

  /// Whether something else is wanted than what is shown.
  private boolean isOther(@Nullable Shown shown) {
    return shown != null && !shown.filter().equals(model.filter().get());
  }

  @Override
  public void close() {
    subscriptions.close();
    filters.close();
  }
}
