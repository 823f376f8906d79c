package dev.optima.console.booking;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.DayConverter;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Times at which everybody is free, by day; what is pressed is offered.
final class SlotsView extends VBox implements AutoCloseable {
  private static final double HEIGHT = 168;

  private final Words words;
  private final InstantSource clock;
  private final SlotsViewModel model;
  private final ZoneId there;
  private final String city;
  private final VBox days = new VBox(10);
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param city of the applicant's time zone
  SlotsView(Words words, InstantSource clock, SlotsViewModel model, ZoneId there, String city) {
    super(8);
    this.words = words;
    this.clock = clock;
    this.model = model;
    this.there = there;
    this.city = city;
    setId(Ids.BOOKING_SLOTS);
    DatePicker from = new DatePicker(model.from());
    from.setConverter(new DayConverter(words));
    from.setShowWeekNumbers(false);
    from.setId(Ids.BOOKING_FROM_DAY);
    from.setPrefWidth(150);
    from.setOnAction(
        _ -> {
          LocalDate day = from.getValue();
          if (day != null) {
            model.from(day);
          }
        });
    Label count = Nodes.label("", "small", "muted");
    count.setId(Ids.BOOKING_COUNT);
    subscriptions.follow(
        model.count(), now -> count.setText(words.get("booking.chosen", now.intValue())));
    HBox head =
        new HBox(
            8, Nodes.label(words.get("booking.freeFrom"), "muted"), from, Nodes.spring(), count);
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(days);
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(HEIGHT);
    getChildren().addAll(head, scroll);
    subscriptions.update(this::show, model.free(), model.loading(), model.problem());
  }

  private void show() {
    days.getChildren().clear();
    Message wrong = model.problem().get();
    if (wrong != null) {
      days.getChildren().add(Nodes.wrapped(words.get(wrong), "problem"));
    } else if (model.free().isEmpty()) {
      String text = words.get(model.loading().get() ? "common.loading" : "booking.noneFree");
      days.getChildren().add(Nodes.wrapped(text, "muted"));
    }
    Formats formats = words.formats();
    LocalDate day = null;
    FlowPane row = new FlowPane(6, 6);
    for (Instant slot : model.free()) {
      if (!formats.day(slot).equals(day)) {
        day = formats.day(slot);
        row = new FlowPane(6, 6);
        days.getChildren()
            .add(new VBox(4, Nodes.label(formats.dayAhead(slot, clock.instant()), "name"), row));
      }
      row.getChildren().add(button(slot));
    }
  }

  private ToggleButton button(Instant slot) {
    Formats formats = words.formats();
    boolean same =
        there.getRules().getOffset(slot).equals(formats.zone().getRules().getOffset(slot));
    String here = formats.time(slot);
    ToggleButton button =
        new ToggleButton(
            same
                ? here
                : here + " · " + words.get("meeting.there", formats.timeAt(slot, there), city));
    button.setId(Ids.BOOKING_SLOT);
    button.getStyleClass().addAll("filter-chip", "slot");
    button.setSelected(model.isChosen(slot));
    button.setOnAction(_ -> model.choose(slot, button.isSelected()));
    return button;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
