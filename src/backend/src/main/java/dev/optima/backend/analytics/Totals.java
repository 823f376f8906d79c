package dev.optima.backend.analytics;

import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.rest.CallAnalytics.Figures;
import dev.optima.protocol.rest.CallAnalytics.NoShows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a time comes to in all.
record Totals(List<CallLine> calls, List<MeetingLine> meetings, Histogram lengths) {
  private static final double THOUSAND = 1000.0;

  Figures figures() {
    long rings = rings();
    long answered = answered();
    NoShows noShows = noShows();
    long missing = noShows.applicant() + noShows.recruiter() + noShows.both();
    return new Figures(
        interviews(),
        rings,
        answered,
        rate(answered, rings),
        noShows.due(),
        missing,
        rate(missing, noShows.due()),
        lengths.median(),
        score());
  }

  private long interviews() {
    return calls.stream().filter(CallLine::isInterview).mapToLong(CallLine::calls).sum();
  }

  private long rings() {
    return calls.stream().filter(CallLine::isRing).mapToLong(CallLine::calls).sum();
  }

  private long answered() {
    return calls.stream().filter(CallLine::isAnswered).mapToLong(CallLine::calls).sum();
  }

  private @Nullable Double score() {
    List<CallLine> interviews = calls.stream().filter(CallLine::isInterview).toList();
    long measured = interviews.stream().mapToLong(CallLine::measured).sum();
    double scores = interviews.stream().mapToDouble(CallLine::scores).sum();
    return measured == 0 ? null : (Double) mean(scores, measured);
  }

  /// Who did not come; whoever marked it said who.
  NoShows noShows() {
    long due = meetings.stream().filter(MeetingLine::isDue).mapToLong(MeetingLine::meetings).sum();
    return new NoShows(
        due, missing(Absent.APPLICANT), missing(Absent.RECRUITER), missing(Absent.BOTH));
  }

  private long missing(Absent who) {
    return meetings.stream()
        .filter(line -> line.isNoShow() && line.absent() == who)
        .mapToLong(MeetingLine::meetings)
        .sum();
  }

  private static @Nullable Double rate(long part, long all) {
    return all == 0 ? null : (Double) ((double) part / all);
  }

  /// To a thousandth, so that the order in which scores are added is not seen.
  static double mean(double sum, long count) {
    return Math.round(sum / count * THOUSAND) / THOUSAND;
  }
}
