package dev.optima.console.i18n;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Dates, times and lengths as this recruiter reads them: in their language and their time zone.
public final class Formats {
  private final Texts texts;
  private final ZoneId zone;
  private final DateTimeFormatter time;
  private final DateTimeFormatter dayAndMonth;
  private final DateTimeFormatter date;
  private final DateTimeFormatter weekday;
  private final DateTimeFormatter longDay;

  public Formats(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
    Locale locale = texts.locale();
    time = DateTimeFormatter.ofPattern("HH:mm", locale);
    dayAndMonth = DateTimeFormatter.ofPattern("d MMM", locale);
    weekday = DateTimeFormatter.ofPattern("EEE d MMM", locale);
    longDay = DateTimeFormatter.ofPattern(texts.get("day.long"), locale);
    date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
  }

  /// `12:47`.
  public String time(Instant instant) {
    return time.format(instant.atZone(zone));
  }

  /// The time of day at the applicant's.
  public String timeAt(Instant instant, ZoneId there) {
    return time.format(instant.atZone(there));
  }

  /// The calendar day of an instant, here.
  public LocalDate day(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /// `Today`, `Yesterday`, `12 Nov` or, in another year, the whole date.
  public String day(Instant instant, Instant now) {
    LocalDate day = day(instant);
    LocalDate today = day(now);
    if (day.equals(today)) {
      return texts.get("day.today");
    }
    if (day.equals(today.minusDays(1))) {
      return texts.get("day.yesterday");
    }
    return day.getYear() == today.getYear() ? dayAndMonth.format(day) : date.format(day);
  }

  /// Of a day that may be ahead: `Today`, `Tomorrow`, `Yesterday`, `Wed 25 Nov` or, in another
  /// year, the whole date.
  public String dayAhead(Instant instant, Instant now) {
    LocalDate day = day(instant);
    LocalDate today = day(now);
    if (day.equals(today.plusDays(1))) {
      return texts.get("day.tomorrow");
    }
    boolean near = day.equals(today) || day.equals(today.minusDays(1));
    return near || day.getYear() != today.getYear() ? day(instant, now) : weekday.format(day);
  }

  /// `Wed 25 Nov`, whenever that is.
  public String weekday(Instant instant) {
    return weekday.format(day(instant));
  }

  /// `Sunday, 22 November`.
  public String longDay(Instant instant) {
    return longDay.format(instant.atZone(zone));
  }

  /// `14:00 – 14:45`; if the clock is changed in between, `02:30 UTC+02:00 – 02:00 UTC+01:00`.
  public String span(Instant from, Instant to) {
    ZoneOffset before = zone.getRules().getOffset(from);
    ZoneOffset after = zone.getRules().getOffset(to);
    return before.equals(after)
        ? time(from) + " – " + time(to)
        : time(from) + " " + utc(before) + " – " + time(to) + " " + utc(after);
  }

  private static String utc(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
  }

  /// `Today 12:47`.
  public String dayAndTime(Instant instant, Instant now) {
    return day(instant, now) + " " + time(instant);
  }

  /// The shortest that tells when: the time today, the day before that.
  public String brief(Instant instant, Instant now) {
    return day(instant).equals(day(now)) ? time(instant) : day(instant, now);
  }

  /// `5 Dec 2026, 14:00`.
  public String dateAndTime(Instant instant) {
    return date.format(instant.atZone(zone)) + ", " + time(instant);
  }

  /// `0:07`, `12:46`, `1:02:03`.
  public static String length(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    long hours = seconds / 3600;
    long minutes = seconds / 60 % 60;
    return hours > 0
        ? "%d:%02d:%02d".formatted(hours, minutes, seconds % 60)
        : "%d:%02d".formatted(minutes, seconds % 60);
  }

  /// Whole minutes from then to now, never below zero.
  public static long minutesBetween(Instant then, Instant now) {
    return Math.max(0, ChronoUnit.MINUTES.between(then, now));
  }

  /// The city of an IANA zone: `Berlin`, `New York`.
  public String city(String timeZone) {
    if (timeZone.equals("Europe/Istanbul")) {
      return texts.get("city.istanbul");
    }
    return timeZone.substring(timeZone.lastIndexOf('/') + 1).replace('_', ' ');
  }

  public ZoneId zone() {
    return zone;
  }
}
