package dev.optima.backend.analytics;

import dev.optima.backend.store.Database;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The same figures by another way: each by a plain question of its own about the rows that it is
/// about, a day by the two moments between which it lies.
final class Recount {
  private static final String MET = " AND c.outcome IN ('COMPLETED', 'DROPPED')";
  private static final String RANG =
      " AND c.opened = 0 AND c.outcome NOT IN ('OFFLINE', 'CANCELLED')";
  private static final String ANSWERED =
      " AND c.opened = 0 AND c.outcome IN ('COMPLETED', 'DROPPED', 'ABANDONED', 'NOT_JOINED')";

  private final Database database;
  private final AnalyticsQuery query;
  private final String callers;
  private final String leaders;
  private final String positions;

  Recount(Database database, AnalyticsQuery query) {
    this.database = database;
    this.query = query;
    String people =
        query.people().stream().map(who -> "'" + who + "'").collect(Collectors.joining(","));
    callers =
        query.people().isEmpty()
            ? ""
            : " AND (c.caller_id IN (%s) OR EXISTS (SELECT * FROM call_participants x"
                    .formatted(people)
                + " WHERE x.call_id = c.id AND x.side = 'RECRUITER' AND x.user_id IN (%s)))"
                    .formatted(people);
    leaders =
        query.people().isEmpty()
            ? ""
            : " AND EXISTS (SELECT * FROM meeting_interviewers x WHERE x.meeting_id = m.id"
                + " AND x.user_id IN (%s))".formatted(people);
    positions =
        query.positions().isEmpty()
            ? ""
            : " AND a.position IN ('" + String.join("','", query.positions()) + "')";
  }

  CallAnalytics all(Period before) {
    return new CallAnalytics(
        query.from(),
        query.to(),
        query.zone().getId(),
        figures(query.from(), query.to()),
        figures(before.from(), before.to()),
        days(),
        answers(),
        noShows(query.from(), query.to()),
        waits(),
        lengths(),
        quality(),
        load());
  }

  private Figures figures(Instant from, Instant to) {
    long rings = calls(from, to, RANG);
    long answered = calls(from, to, ANSWERED);
    NoShows missing = noShows(from, to);
    long noShows = meetings(from, to, " AND m.status = 'NO_SHOW'");
    List<Double> scores = scores(from, to);
    return new Figures(
        calls(from, to, MET),
        rings,
        answered,
        rings == 0 ? null : (Double) (answered / (double) rings),
        missing.due(),
        noShows,
        missing.due() == 0 ? null : (Double) (noShows / (double) missing.due()),
        median(lengths(from, to)),
        scores.isEmpty() ? null : (Double) mean(scores));
  }

  private List<Day> days() {
    return dates().stream()
        .map(
            date ->
                new Day(
                    date,
                    calls(date, "COMPLETED"),
                    calls(date, "DROPPED"),
                    calls(date, "NO_ANSWER"),
                    calls(date, "OFFLINE"),
                    calls(date, "REJECTED"),
                    calls(date, "CANCELLED"),
                    calls(date, "NOT_JOINED") + calls(date, "ABANDONED"),
                    meetings(date, "COMPLETED"),
                    meetings(date, "NO_SHOW"),
                    meetings(date, "CANCELLED")))
        .toList();
  }

  private List<AnswerHour> answers() {
    List<ZonedDateTime> rings = times(RANG);
    List<ZonedDateTime> answered = times(ANSWERED);
    List<AnswerHour> all = new ArrayList<>();
    for (int weekday = 1; weekday <= 7; weekday++) {
      for (int hour = 0; hour < 24; hour++) {
        long rang = in(rings, weekday, hour);
        if (rang > 0) {
          all.add(new AnswerHour(weekday, hour, rang, in(answered, weekday, hour)));
        }
      }
    }
    return all;
  }

  private static long in(List<ZonedDateTime> times, int weekday, int hour) {
    return times.stream()
        .filter(time -> time.getDayOfWeek().getValue() == weekday && time.getHour() == hour)
        .count();
  }

  private NoShows noShows(Instant from, Instant to) {
    return new NoShows(
        meetings(from, to, " AND m.status IN ('COMPLETED', 'NO_SHOW')"),
        meetings(from, to, " AND m.absent = 'APPLICANT'"),
        meetings(from, to, " AND m.absent = 'RECRUITER'"),
        meetings(from, to, " AND m.absent = 'BOTH'"));
  }

  /// Of each applicant the first interview of all, if it is one of those asked for.
  private FirstInterviews waits() {
    List<Long> waits =
        numbers(
            "SELECT (c.created_at - a.created_at) / 1000 FROM calls c"
                + " JOIN applicants a ON a.id = c.applicant_id"
                + within("c.created_at", query.from(), query.to())
                + MET
                + callers
                + positions
                + " AND c.id = (SELECT x.id FROM calls x WHERE x.applicant_id = a.id"
                + " AND x.outcome IN ('COMPLETED', 'DROPPED')"
                + " ORDER BY x.created_at, x.id LIMIT 1)");
    List<Integer> borders = List.of(0, 1, 2, 3, 5, 7, 14, 30);
    List<WaitBand> bands = new ArrayList<>();
    for (int i = 0; i < borders.size(); i++) {
      int least = borders.get(i);
      Integer most = i + 1 < borders.size() ? borders.get(i + 1) : null;
      long count =
          waits.stream()
              .filter(wait -> wait / 86_400 >= least && (most == null || wait / 86_400 < most))
              .count();
      bands.add(new WaitBand(least, most, count));
    }
    Long slowest =
        waits.isEmpty()
            ? null
            : waits.stream()
                .filter(
                    wait -> waits.stream().filter(w -> w <= wait).count() * 10 >= waits.size() * 9L)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    return new FirstInterviews(waits.size(), median(waits), slowest, bands);
  }

  private List<LengthBand> lengths() {
    List<Long> lengths = lengths(query.from(), query.to());
    List<Integer> borders = List.of(0, 5, 10, 15, 20, 30, 45, 60, 90);
    List<LengthBand> bands = new ArrayList<>();
    for (int i = 0; i < borders.size(); i++) {
      int least = borders.get(i);
      Integer most = i + 1 < borders.size() ? borders.get(i + 1) : null;
      long count =
          lengths.stream()
              .filter(s -> s >= least * 60L && (most == null || s < most * 60L))
              .count();
      bands.add(new LengthBand(least, most, count));
    }
    return bands;
  }

  private List<QualityDay> quality() {
    List<QualityDay> all = new ArrayList<>();
    for (LocalDate date : dates()) {
      List<Double> scores = scores(begin(date), end(date));
      if (!scores.isEmpty()) {
        long poor = scores.stream().filter(score -> score < 3).count();
        all.add(new QualityDay(date, mean(scores), scores.size(), poor));
      }
    }
    return all;
  }

  private List<Load> load() {
    List<Load> all = new ArrayList<>();
    for (UserId who : RandomOffice.TEAM) {
      List<Long> seconds =
          numbers(
              "SELECT (c.together_millis + 500) / 1000 FROM calls c"
                  + " JOIN applicants a ON a.id = c.applicant_id"
                  + " JOIN call_participants p ON p.call_id = c.id"
                  + within("c.created_at", query.from(), query.to())
                  + MET
                  + callers
                  + positions
                  + " AND p.joined_at IS NOT NULL AND p.user_id = '%s'".formatted(who));
      long meetings =
          meetings(
              query.from(),
              query.to(),
              " AND m.status = 'COMPLETED' AND m.id IN (SELECT meeting_id FROM meeting_interviewers"
                  + " WHERE user_id = '%s')".formatted(who));
      boolean wanted = query.people().isEmpty() || query.people().contains(who);
      if (wanted && (!seconds.isEmpty() || meetings > 0)) {
        long sum = seconds.stream().mapToLong(Long::longValue).sum();
        all.add(new Load(who, "Name of " + who, seconds.size(), sum, meetings));
      }
    }
    all.sort(
        Comparator.comparing(Load::interviews)
            .thenComparing(Load::meetings)
            .reversed()
            .thenComparing(Load::name));
    return all;
  }

  private List<LocalDate> dates() {
    List<LocalDate> all = new ArrayList<>();
    LocalDate date = query.from().atZone(zone()).toLocalDate();
    while (date.atStartOfDay(zone()).toInstant().isBefore(query.to())) {
      all.add(date);
      date = date.plusDays(1);
    }
    return all;
  }

  private ZoneId zone() {
    return query.zone();
  }

  /// Of the first day only the part that was asked for.
  private Instant begin(LocalDate date) {
    Instant begin = date.atStartOfDay(zone()).toInstant();
    return begin.isBefore(query.from()) ? query.from() : begin;
  }

  private Instant end(LocalDate date) {
    Instant end = date.plusDays(1).atStartOfDay(zone()).toInstant();
    return end.isAfter(query.to()) ? query.to() : end;
  }

  private long calls(LocalDate date, String outcome) {
    return calls(begin(date), end(date), " AND c.outcome = '" + outcome + "'");
  }

  private long meetings(LocalDate date, String status) {
    return meetings(begin(date), end(date), " AND m.status = '" + status + "'");
  }

  private static String within(String column, Instant from, Instant to) {
    return " WHERE %s >= %d AND %s < %d"
        .formatted(column, from.toEpochMilli(), column, to.toEpochMilli());
  }

  private long calls(Instant from, Instant to, String condition) {
    return numbers("SELECT count(*)" + fromCalls(from, to, condition)).getFirst();
  }

  private List<Long> lengths(Instant from, Instant to) {
    return numbers("SELECT (c.together_millis + 500) / 1000" + fromCalls(from, to, MET));
  }

  private List<ZonedDateTime> times(String condition) {
    return numbers("SELECT c.created_at" + fromCalls(query.from(), query.to(), condition)).stream()
        .map(millis -> Instant.ofEpochMilli(millis).atZone(zone()))
        .toList();
  }

  private List<Double> scores(Instant from, Instant to) {
    return database.read(
        tx ->
            tx.list(
                "SELECT c.score" + fromCalls(from, to, MET + " AND c.score IS NOT NULL"),
                row -> Objects.requireNonNull(row.realOrNull(1))));
  }

  private String fromCalls(Instant from, Instant to, String condition) {
    return " FROM calls c JOIN applicants a ON a.id = c.applicant_id"
        + within("c.created_at", from, to)
        + condition
        + callers
        + positions;
  }

  private long meetings(Instant from, Instant to, String condition) {
    return numbers(
            "SELECT count(*) FROM meetings m JOIN applicants a ON a.id = m.applicant_id"
                + within("m.scheduled_at", from, to)
                + condition
                + leaders
                + positions)
        .getFirst();
  }

  private List<Long> numbers(String sql) {
    return database.read(tx -> tx.list(sql, row -> row.number(1)));
  }

  private static @Nullable Long median(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    if (size == 0) {
      return null;
    }
    long low = sorted.get((size - 1) / 2);
    long high = sorted.get(size / 2);
    return Math.round((low + high) / 2.0);
  }

  private static double mean(List<Double> scores) {
    double mean = scores.stream().mapToDouble(Double::doubleValue).sum() / scores.size();
    return Math.round(mean * 1000) / 1000.0;
  }
}
