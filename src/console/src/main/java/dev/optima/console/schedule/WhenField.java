package dev.optima.console.schedule;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.DayConverter;
import dev.optima.console.look.Ids;
import dev.optima.console.schedule.PlanViewModel.Field;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Day, time and length of an interview. In the time, the arrows go by a quarter of an hour.
final class WhenField extends HBox implements AutoCloseable {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
  private static final List<Integer> LENGTHS = List.of(15, 30, 45, 60, 90, 120);
  private static final int QUARTER = 15;

  private final PlanForm form;
  private final DatePicker date = new DatePicker();
  private final TextField time = new TextField();
  private final ComboBox<Integer> length = new ComboBox<>();

  WhenField(Words words, PlanForm form) {
    super(8);
    this.form = form;
    date.setId(Ids.PLAN_DATE);
    date.setConverter(new DayConverter(words));
    date.setShowWeekNumbers(false);
    date.setPrefWidth(150);
    date.valueProperty().bindBidirectional(form.date());
    date.setAccessibleText(words.get("plan.date"));
    time.setId(Ids.PLAN_TIME);
    time.setPrefWidth(66);
    time.setMinWidth(66);
    time.textProperty().bindBidirectional(form.time());
    time.setAccessibleText(words.get("plan.time"));
    time.addEventFilter(KeyEvent.KEY_PRESSED, this::stepTime);
    time.focusedProperty().addListener((_, _, here) -> tidyTime(here));
    length.setId(Ids.PLAN_LENGTH);
    length.setAccessibleText(words.get("plan.length"));
    length.setConverter(new Minutes(words));
    length.valueProperty().bindBidirectional(form.minutes());
    TreeSet<Integer> lengths = new TreeSet<>(LENGTHS);
    lengths.add(form.minutes().get());
    length.getItems().setAll(lengths);
    length.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(date, time, length);
  }

  private void stepTime(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case UP -> QUARTER;
          case DOWN -> -QUARTER;
          default -> 0;
        };
    if (step != 0) {
      event.consume();
      LocalTime now = TimeText.parse(form.time().get()).orElse(LocalTime.NOON);
      form.time().set(TimeText.of(now.plusMinutes(step)));
    }
  }

  /// What was typed as `930` reads `09:30` once one has left it.
  private void tidyTime(boolean here) {
    if (!here) {
      TimeText.parse(form.time().get()).ifPresent(at -> form.time().set(TimeText.of(at)));
    }
  }

  Node first() {
    return date;
  }

  void mark(Field wrong) {
    date.pseudoClassStateChanged(WRONG, wrong == Field.DATE);
    time.pseudoClassStateChanged(WRONG, wrong == Field.TIME);
  }

  void focus(Field field) {
    if (field == Field.DATE) {
      date.requestFocus();
    } else {
      time.requestFocus();
      time.selectAll();
    }
  }

  @Override
  public void close() {
    date.valueProperty().unbindBidirectional(form.date());
    time.textProperty().unbindBidirectional(form.time());
    length.valueProperty().unbindBidirectional(form.minutes());
  }

  private static final class Minutes extends StringConverter<Integer> {
    private final Words words;

    Minutes(Words words) {
      this.words = words;
    }

    @Override
    public String toString(@Nullable Integer minutes) {
      return minutes == null ? "" : words.get("plan.minutes", minutes);
    }

    @Override
    public Integer fromString(String text) {
      return Integer.valueOf(text.replaceAll("\\D", ""));
    }
  }
}
