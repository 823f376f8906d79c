package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.DayConverter;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.call.CallOutcome;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// What the history may be narrowed to: outcomes, a period, people and positions.
final class FilterBar extends FlowPane implements AutoCloseable {
  private final Words words;
  private final CallHistoryViewModel model;
  private final InstantSource clock;
  private final FilterMenu<CallOutcome> outcomes;
  private final FilterMenu<HistoryFilter.Person> people;
  private final FilterMenu<String> positions;
  private final MenuButton period = new MenuButton();
  private final DatePicker from;
  private final DatePicker to;
  private final HBox days;
  private final Label backward;
  private final Subscriptions subscriptions = new Subscriptions();
  private boolean showing;

  FilterBar(
      Words words, CallHistoryViewModel model, InstantSource clock, CallsView.Choices choices) {
    super(6, 6);
    this.words = words;
    this.model = model;
    this.clock = clock;
    outcomes =
        new FilterMenu<>(
            Ids.CALLS_BY_OUTCOME,
            names("calls.column.outcome"),
            () -> List.of(CallOutcome.values()),
            outcome -> words.get(Outcomes.of(outcome)),
            () -> List.copyOf(new TreeSet<>(now().outcomes())),
            this::choose);
    people =
        new FilterMenu<>(
            Ids.CALLS_BY_PERSON,
            names("calls.filter.person"),
            choices.people(),
            HistoryFilter.Person::name,
            () -> now().people(),
            (person, on) -> set(now().people(with(now().people(), person, on))));
    positions =
        new FilterMenu<>(
            Ids.CALLS_BY_POSITION,
            names("calls.filter.position"),
            choices.positions(),
            position -> position,
            () -> now().positions(),
            (position, on) -> set(now().positions(with(now().positions(), position, on))));
    from = day(Ids.CALLS_FROM, "calls.filter.first");
    to = day(Ids.CALLS_TO, "calls.filter.last");
    days = new HBox(6, from, new Label("–"), to);
    days.getStyleClass().add("aligned");
    Nodes.present(days, false);
    backward = Nodes.label(words.get("insights.backward"), "problem", "small");
    backward.setId(Ids.CALLS_BACKWARD);
    Nodes.present(backward, false);
    fillPeriod();
    getChildren().addAll(outcomes, period, people, positions, days, backward);
    subscriptions.follow(model.filter(), this::show);
  }

  private FilterMenu.Names names(String title) {
    return new FilterMenu.Names(words.get(title), words.get("insights.noChoice"));
  }

  private void fillPeriod() {
    period.setId(Ids.CALLS_BY_PERIOD);
    period.getStyleClass().addAll("filter-chip", "filter-menu");
    MenuItem any = new MenuItem(words.get("calls.period.any"));
    any.setOnAction(
        _ -> {
          Nodes.present(days, false);
          set(now().period(null, null));
        });
    period.getItems().add(any);
    for (Period one : Period.values()) {
      MenuItem item = new MenuItem(words.get(one.word()));
      item.setOnAction(_ -> set(one.of(now(), clock.instant(), zone())));
      period.getItems().add(item);
    }
    MenuItem other = new MenuItem(words.get("calls.period.other"));
    other.setOnAction(
        _ -> {
          Nodes.present(days, true);
          from.requestFocus();
        });
    period.getItems().addAll(new SeparatorMenuItem(), other);
  }

  private DatePicker day(String id, String prompt) {
    DatePicker picker = new DatePicker();
    picker.setId(id);
    picker.setConverter(new DayConverter(words));
    picker.setPromptText(words.get(prompt));
    picker.setAccessibleText(words.get(prompt));
    picker.setPrefWidth(140);
    picker.valueProperty().addListener((_, _, _) -> chosen());
    return picker;
  }

  private ZoneId zone() {
    return words.formats().zone();
  }

  private void chosen() {
    if (!showing) {
      LocalDate first = from.getValue();
      LocalDate last = to.getValue();
      boolean wrong = first != null && last != null && last.isBefore(first);
      Nodes.present(backward, wrong);
      if (wrong) {
        return;
      }
      set(
          now()
              .period(
                  first == null ? null : first.atStartOfDay(zone()).toInstant(),
                  last == null ? null : last.plusDays(1).atStartOfDay(zone()).toInstant()));
    }
  }

  private HistoryFilter now() {
    return model.filter().get();
  }

  private void set(HistoryFilter next) {
    model.filter().set(next);
  }

  private void choose(CallOutcome outcome, boolean on) {
    Set<CallOutcome> wanted = new TreeSet<>(now().outcomes());
    if (on) {
      wanted.add(outcome);
    } else {
      wanted.remove(outcome);
    }
    set(now().outcomes(wanted));
  }

  private static <T> List<T> with(List<T> before, T one, boolean on) {
    List<T> all = new ArrayList<>(before);
    all.remove(one);
    if (on) {
      all.add(one);
    }
    return all;
  }

  private void show(HistoryFilter filter) {
    outcomes.tell();
    people.tell();
    positions.tell();
    Nodes.present(backward, false);
    showing = true;
    from.setValue(filter.from() == null ? null : words.formats().day(filter.from()));
    to.setValue(filter.to() == null ? null : words.formats().day(filter.to().minusMillis(1)));
    showing = false;
    boolean on = filter.from() != null || filter.to() != null;
    period.setText(periodName(filter));
    period.getStyleClass().remove("on");
    if (on) {
      period.getStyleClass().add("on");
    }
  }

  private String periodName(HistoryFilter filter) {
    if (filter.from() == null && filter.to() == null) {
      return words.get("calls.filter.period");
    }
    Period known = known(filter);
    return words.get(known == null ? "calls.filter.period" : known.word());
  }

  private @Nullable Period known(HistoryFilter filter) {
    for (Period one : Period.values()) {
      if (one.of(filter, clock.instant(), zone()).equals(filter)) {
        return one;
      }
    }
    return null;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
