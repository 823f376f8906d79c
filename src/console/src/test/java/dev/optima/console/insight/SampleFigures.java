package dev.optima.console.insight;

import dev.optima.console.sample.Samples;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.CallAnalytics;
import dev.optima.protocol.rest.CallAnalytics.AnswerHour;
import dev.optima.protocol.rest.CallAnalytics.Day;
import dev.optima.protocol.rest.CallAnalytics.Figures;
import dev.optima.protocol.rest.CallAnalytics.FirstInterviews;
import dev.optima.protocol.rest.CallAnalytics.LengthBand;
import dev.optima.protocol.rest.CallAnalytics.Load;
import dev.optima.protocol.rest.CallAnalytics.NoShows;
import dev.optima.protocol.rest.CallAnalytics.QualityDay;
import dev.optima.protocol.rest.CallAnalytics.WaitBand;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Figures of a busy team, or of none.
public final class SampleFigures {
  static final ZoneId HERE = ZoneId.of("Europe/Istanbul");

  private SampleFigures() {}

  /// As many days up to `last`.
  public static CallAnalytics of(LocalDate last, int count) {
    LocalDate first = last.minusDays(count - 1L);
    List<LocalDate> dates = LongStream.range(0, count).mapToObj(first::plusDays).toList();
    return new CallAnalytics(
        start(first),
        start(last.plusDays(1)),
        HERE.getId(),
        new Figures(12_345, 15_300, 13_311, 0.87, 196, 12, 12 / 196.0, 1631L, 4.36),
        new Figures(11_022, 14_000, 11_900, 0.85, 150, 12, 0.08, 1510L, 4.41),
        dates.stream().map(SampleFigures::day).toList(),
        answers(),
        new NoShows(196, 8, 3, 1),
        new FirstInterviews(
            34,
            280_000L,
            1_036_800L,
            List.of(
                new WaitBand(0, 1, 3),
                new WaitBand(1, 3, 11),
                new WaitBand(3, 7, 12),
                new WaitBand(7, 14, 6),
                new WaitBand(14, 30, 2),
                new WaitBand(30, null, 0))),
        lengths(),
        dates.stream().filter(date -> !isWeekend(date)).map(SampleFigures::quality).toList(),
        List.of(
            new Load(Samples.ELIF, "Elif Kaya", 34, 55_260, 28),
            new Load(Samples.MERT, "Mert Demir", 21, 30_000, 20),
            new Load(
                new UserId("max"), "Maximiliane Freifrau von Hohenlohe-Württemberg", 9, 14_400, 7),
            new Load(new UserId("selin"), "=Selin Ak", 1, 50, 0)));
  }

  /// Days on which nothing was.
  public static CallAnalytics nothing(LocalDate last, int count) {
    LocalDate first = last.minusDays(count - 1L);
    Figures none = new Figures(0, 0, 0, null, 0, 0, null, null, null);
    return new CallAnalytics(
        start(first),
        start(last.plusDays(1)),
        HERE.getId(),
        none,
        none,
        LongStream.range(0, count)
            .mapToObj(first::plusDays)
            .map(date -> new Day(date, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
            .toList(),
        List.of(),
        new NoShows(0, 0, 0, 0),
        new FirstInterviews(0, null, null, List.of()),
        List.of(),
        List.of(),
        List.of());
  }

  private static Instant start(LocalDate date) {
    return date.atStartOfDay(HERE).toInstant();
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
  }

  private static Day day(LocalDate date) {
    int n = date.getDayOfYear();
    if (isWeekend(date)) {
      return new Day(date, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
    return new Day(
        date,
        5 + n % 5,
        n % 3 == 0 ? 1 : 0,
        n % 4,
        n % 5 == 0 ? 1 : 0,
        n % 4 == 1 ? 1 : 0,
        n % 6 == 0 ? 1 : 0,
        n % 7 == 0 ? 1 : 0,
        4 + n % 4,
        n % 3 == 1 ? 1 : 0,
        n % 4 == 2 ? 1 : 0);
  }

  private static QualityDay quality(LocalDate date) {
    int n = date.getDayOfYear();
    return new QualityDay(date, 3.1 + (n * 7 % 17) / 10.0, 6 + n % 5, n % 2);
  }

  private static List<AnswerHour> answers() {
    List<AnswerHour> answers = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      for (int hour = 9; hour <= 18; hour++) {
        long rings = 4 + (day * hour) % 7;
        if ((day + hour) % 9 != 0) {
          answers.add(new AnswerHour(day, hour, rings, rings * ((day * 3 + hour * 5) % 11) / 10));
        }
      }
    }
    answers.add(new AnswerHour(6, 21, 2, 2));
    return answers;
  }

  private static List<LengthBand> lengths() {
    return List.of(
        new LengthBand(0, 5, 4),
        new LengthBand(5, 10, 9),
        new LengthBand(10, 15, 12),
        new LengthBand(15, 20, 18),
        new LengthBand(20, 30, 31),
        new LengthBand(30, 45, 22),
        new LengthBand(45, 60, 9),
        new LengthBand(60, 90, 2),
        new LengthBand(90, null, 0));
  }
}
