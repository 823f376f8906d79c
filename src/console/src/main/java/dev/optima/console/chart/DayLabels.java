package dev.optima.console.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;

/// The words under an axis of days: as many as have room.
final class DayLabels {
  private static final int[] EVERY = {1, 2, 7, 14, 28, 56};
  private static final double APART = 8;
  private static final int SHORT = 31;

  private final List<Label> labels = new ArrayList<>();

  /// @param locale in whose language months are named
  DayLabels(List<LocalDate> days, Locale locale) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern("d", locale);
    DateTimeFormatter dayAndMonth = DateTimeFormatter.ofPattern("d MMM", locale);
    boolean brief = days.size() <= SHORT;
    for (LocalDate date : days) {
      labels.add(Plot.axisLabel((brief ? day : dayAndMonth).format(date)));
    }
  }

  List<Label> labels() {
    return labels;
  }

  /// Puts them under their columns.
  ///
  /// @param left where the first column begins
  /// @param each how wide a column is
  void place(Plot plot, double left, double each, double y) {
    int every = every(each);
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      label.setVisible(i % every == 0);
      if (label.isVisible()) {
        plot.centre(label, left + (i + 0.5) * each, y);
      }
    }
  }

  private int every(double each) {
    double wide = Plot.widest(labels) + APART;
    for (int every : EVERY) {
      if (every * each >= wide) {
        return every;
      }
    }
    return Math.max(1, labels.size());
  }
}
