package dev.optima.backend.http;

import dev.optima.protocol.rest.CallAnalytics;
import dev.optima.protocol.rest.CallAnalytics.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Figures as RFC 4180 CSV: a section for each, which begins with its name on a line of its own and
/// ends with an empty line.
final class AnalyticsCsv {
  private static final String LINE = "\r\n";

  private final CallAnalytics analytics;
  private final StringBuilder text = new StringBuilder();

  AnalyticsCsv(CallAnalytics analytics) {
    this.analytics = analytics;
  }

  String text() {
    section("period", List.of("from", "to", "time_zone"), List.of(analytics), AnalyticsCsv::period);
    figures();
    days();
    section(
        "answers",
        List.of("weekday", "hour", "rings", "answered"),
        analytics.answers(),
        hour -> row(hour.weekday(), hour.hour(), hour.rings(), hour.answered()));
    section(
        "no_shows",
        List.of("due", "applicant", "recruiter", "both"),
        List.of(analytics.noShows()),
        who -> row(who.due(), who.applicant(), who.recruiter(), who.both()));
    waits();
    section(
        "lengths",
        List.of("from_minutes", "to_minutes", "interviews"),
        analytics.lengths(),
        band -> row(band.fromMinutes(), band.toMinutes(), band.interviews()));
    section(
        "quality",
        List.of("date", "score", "interviews", "poor"),
        analytics.quality(),
        day -> row(day.date(), day.score(), day.interviews(), day.poor()));
    section(
        "load",
        List.of("user_id", "name", "interviews", "seconds", "meetings"),
        analytics.load(),
        one -> row(one.userId(), one.name(), one.interviews(), one.seconds(), one.meetings()));
    return text.toString();
  }

  private static String period(CallAnalytics of) {
    return row(of.from(), of.to(), of.timeZone());
  }

  private void figures() {
    section(
        "figures",
        List.of(
            "time",
            "interviews",
            "rings",
            "answered",
            "answer_rate",
            "due",
            "no_shows",
            "no_show_rate",
            "median_length",
            "score"),
        List.of("now", "before"),
        time -> figures(time, time.equals("now") ? analytics.now() : analytics.before()));
  }

  private static String figures(String time, Figures of) {
    return row(
        time,
        of.interviews(),
        of.rings(),
        of.answered(),
        of.answerRate(),
        of.due(),
        of.noShows(),
        of.noShowRate(),
        of.medianLength(),
        of.score());
  }

  private void days() {
    section(
        "days",
        List.of(
            "date",
            "completed",
            "dropped",
            "missed",
            "offline",
            "rejected",
            "cancelled",
            "failed",
            "meetings_completed",
            "no_shows",
            "meetings_cancelled"),
        analytics.days(),
        day ->
            row(
                day.date(),
                day.completed(),
                day.dropped(),
                day.missed(),
                day.offline(),
                day.rejected(),
                day.cancelled(),
                day.failed(),
                day.meetingsCompleted(),
                day.noShows(),
                day.meetingsCancelled()));
  }

  private void waits() {
    section(
        "first_interviews",
        List.of("applicants", "median", "slowest"),
        List.of(analytics.firstInterviews()),
        all -> row(all.applicants(), all.median(), all.slowest()));
    section(
        "first_interview_waits",
        List.of("from_days", "to_days", "applicants"),
        analytics.firstInterviews().bands(),
        band -> row(band.fromDays(), band.toDays(), band.applicants()));
  }

  private <T> void section(
      String name, List<String> columns, List<T> rows, Function<T, String> row) {
    text.append(text.isEmpty() ? "" : LINE).append(name).append(LINE);
    text.append(String.join(",", columns)).append(LINE);
    rows.forEach(one -> text.append(row.apply(one)).append(LINE));
  }

  private static String row(@Nullable Object... values) {
    return Arrays.stream(values).map(CallCsv::field).collect(Collectors.joining(","));
  }
}
