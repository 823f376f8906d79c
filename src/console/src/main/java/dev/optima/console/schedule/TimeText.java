package dev.optima.console.schedule;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time of day as people type it: `14:00`, `14.00`, `1400`, `9`.
final class TimeText {
  private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,2})(?:[:.,\\s]?(\\d{2}))?\\s*");

  private TimeText() {}

  static Optional<LocalTime> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  static String of(LocalTime time) {
    return "%02d:%02d".formatted(time.getHour(), time.getMinute());
  }
}
