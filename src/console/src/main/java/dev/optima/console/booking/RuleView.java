package dev.optima.console.booking;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The rule by which an applicant may pick a time. The week begins on Monday.
final class RuleView extends VBox {
  RuleView(Words words, RuleViewModel model) {
    super(12);
    setId(Ids.BOOKING_RULE);
    FlowPane days = new FlowPane(6, 6);
    for (DayOfWeek day : DayOfWeek.values()) {
      ToggleButton button =
          new ToggleButton(day.getDisplayName(TextStyle.SHORT_STANDALONE, words.texts().locale()));
      button.setId(Ids.BOOKING_DAY + day);
      button.getStyleClass().add("filter-chip");
      button.setSelected(model.has(day));
      button.setOnAction(_ -> model.set(day, button.isSelected()));
      days.getChildren().add(button);
    }
    FlowPane numbers =
        new FlowPane(
            12,
            10,
            Fields.named(words.get("booking.from"), Fields.time(model.from())),
            Fields.named(words.get("booking.to"), Fields.time(model.to())),
            Fields.named(
                words.get("booking.buffer"),
                Fields.choice(
                    model.buffer(), n -> words.get("booking.minutes", n), 0, 5, 10, 15, 30)),
            Fields.named(
                words.get("booking.notice"),
                Fields.choice(
                    model.notice(), n -> words.get("booking.hours", n), 2, 4, 12, 24, 48)),
            Fields.named(
                words.get("booking.cap"),
                Fields.choice(model.cap(), Integer::toString, 1, 2, 3, 4, 5, 6, 8)),
            Fields.named(
                words.get("booking.ahead"),
                Fields.choice(model.ahead(), n -> words.get("booking.days", n), 7, 14, 21, 30)));
    getChildren().addAll(Fields.named(words.get("booking.weekdays"), days), numbers);
  }
}
