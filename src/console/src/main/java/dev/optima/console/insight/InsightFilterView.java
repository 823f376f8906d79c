package dev.optima.console.insight;

import dev.optima.console.call.HistoryFilter.Person;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.DayConverter;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.Meeting;
import java.time.LocalDate;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Of what figures are wanted: a time, some of the team, some positions.
final class InsightFilterView extends FlowPane implements AutoCloseable {
  private static final double DATE_WIDTH = 150;

  private final Words words;
  private final InsightsViewModel model;
  private final DatePicker first;
  private final DatePicker last;
  private final HBox own;
  private final ChoiceMenu<Person> people;
  private final ChoiceMenu<String> positions;
  private final Subscriptions subscriptions = new Subscriptions();

  InsightFilterView(Words words, InsightsViewModel model, InsightChoices choices) {
    super(6, 8);
    this.words = words;
    this.model = model;
    setRowValignment(VPos.CENTER);
    first = date(Ids.INSIGHTS_FROM, "insights.from");
    last = date(Ids.INSIGHTS_TO, "insights.to");
    own = new HBox(6, first, Nodes.label("–", "muted"), last);
    own.setAlignment(Pos.CENTER_LEFT);
    people =
        new ChoiceMenu<>(
            Ids.INSIGHTS_PEOPLE,
            words,
            new ChoiceMenu.Names("insights.people", "insights.people.many", "insights.people.all"),
            Person::name,
            chosen -> set(now().withPeople(chosen)));
    positions =
        new ChoiceMenu<>(
            Ids.INSIGHTS_POSITIONS,
            words,
            new ChoiceMenu.Names(
                "insights.positions", "insights.positions.many", "insights.positions.all"),
            Function.identity(),
            chosen -> set(now().withPositions(chosen)));
    for (Span span : Span.values()) {
      getChildren().add(chip(span));
    }
    getChildren().addAll(own, people, positions);
    subscriptions.list(
        choices.team(),
        () -> people.offer(choices.team().stream().map(InsightFilterView::person).toList()));
    positions.setOnShowing(_ -> positions.offer(choices.positions().get()));
    positions.offer(choices.positions().get());
    subscriptions.follow(model.filter(), this::show);
  }

  private static Person person(Meeting.Interviewer one) {
    return new Person(one.userId(), one.name());
  }

  private DatePicker date(String id, String key) {
    DatePicker picker = new DatePicker();
    picker.setId(id);
    picker.setConverter(new DayConverter(words));
    picker.setPrefWidth(DATE_WIDTH);
    picker.setAccessibleText(words.get(key));
    picker.valueProperty().addListener((_, _, day) -> named(day));
    return picker;
  }

  private void named(@Nullable LocalDate day) {
    LocalDate from = first.getValue();
    LocalDate to = last.getValue();
    if (day != null && from != null && to != null && now().span() == Span.CUSTOM) {
      Period next = new Period(from, to);
      if (!next.equals(now().own())) {
        set(now().with(next));
      }
    }
  }

  private Button chip(Span span) {
    Button chip =
        Nodes.button(
            Ids.INSIGHTS_SPAN + span, words.get(span.word()), () -> choose(span), "filter-chip");
    subscriptions.follow(
        model.filter(),
        filter -> {
          chip.getStyleClass().remove("on");
          if (filter.span() == span) {
            chip.getStyleClass().add("on");
          }
          chip.setAccessibleText(
              filter.span() == span
                  ? words.get("insights.chosen", words.get(span.word()))
                  : words.get(span.word()));
        });
    return chip;
  }

  /// Days of one's own begin with those that were meant before.
  private void choose(Span span) {
    set(
        span == Span.CUSTOM && now().span() != Span.CUSTOM
            ? now().with(now().period(model.today()))
            : now().with(span));
  }

  private InsightFilter now() {
    return model.filter().get();
  }

  private void set(InsightFilter next) {
    model.filter().set(next);
  }

  private void show(InsightFilter filter) {
    Nodes.present(own, filter.span() == Span.CUSTOM);
    if (filter.span() == Span.CUSTOM) {
      first.setValue(filter.own().first());
      last.setValue(filter.own().last());
    }
    people.show(filter.people());
    positions.show(filter.positions());
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
