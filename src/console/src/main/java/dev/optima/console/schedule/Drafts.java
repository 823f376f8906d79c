package dev.optima.console.schedule;

import com.calendarfx.model.Entry;
import com.calendarfx.model.Interval;
import dev.optima.console.i18n.Words;
import java.time.Duration;
import java.time.ZonedDateTime;

/// What is being drawn into a free place.
final class Drafts {
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final int USUAL_MINUTES = 30;

  private Drafts() {}

  /// An interview that is not planned yet.
  static final class Draft extends Entry<String> {
    private Draft(String title, Interval interval) {
      super(title, interval);
      setMinimumDuration(SHORTEST);
      getStyleClass().setAll("meeting-slot", "slot-draft");
    }
  }

  /// One that begins here and is as long as most are.
  static Draft entry(Words words, ZonedDateTime start) {
    return new Draft(
        words.get("schedule.new"),
        new Interval(
            start.toInstant(),
            start.plusMinutes(USUAL_MINUTES).toInstant(),
            words.formats().zone()));
  }
}
