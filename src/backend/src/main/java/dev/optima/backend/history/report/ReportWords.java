package dev.optima.backend.history.report;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The words of a report, in the language and at the place of whoever reads it.
final class ReportWords {
  private static final String BUNDLE = "dev.optima.backend.history.report.report";
  private static final long HOUR = 3_600;
  private static final String NONE = "–";

  private final Locale locale;
  private final ResourceBundle bundle;
  private final DateTimeFormatter times;
  private final ZoneId zone;

  ReportWords(Locale language, ZoneId zone) {
    boolean turkish = language.getLanguage().equals("tr");
    this.locale = turkish ? Locale.of("tr", "TR") : Locale.UK;
    this.zone = zone;
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            turkish ? locale : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    times = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", locale);
  }

  String language() {
    return locale.getLanguage();
  }

  String of(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  String time(Instant at) {
    return times.format(at.atZone(zone));
  }

  String zone() {
    return zone.equals(ZoneOffset.UTC)
        ? "UTC"
        : zone.getDisplayName(TextStyle.FULL, locale) + " (" + zone.getId() + ")";
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  String share(long part, long whole) {
    return whole == 0
        ? NONE
        : NumberFormat.getPercentInstance(locale).format((double) part / whole);
  }

  String score(@Nullable Double score) {
    return score == null ? NONE : String.format(locale, "%.1f", score);
  }

  /// A long time, to the minute.
  String time(long seconds) {
    long minutes = Math.round(seconds / 60.0);
    return seconds < HOUR
        ? of("length.minutes", number(minutes))
        : of("length.hours", number(minutes / 60), minutes % 60);
  }

  /// A call's length, to the second.
  String length(long seconds) {
    return seconds < HOUR
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / HOUR, seconds % HOUR / 60, seconds % 60);
  }

  String weekday(int day) {
    return DayOfWeek.of(day).getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  static String none() {
    return NONE;
  }
}
