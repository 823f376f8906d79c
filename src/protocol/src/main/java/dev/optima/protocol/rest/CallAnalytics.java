package dev.optima.protocol.rest;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/analytics/calls`: what became of the calls and meetings of a time, for the team. A
/// call belongs to the day and hour in which it was placed, a meeting to those for which it was
/// planned, both in `time_zone`.
///
/// - An *interview* is a call in which both sides met (`completed`, `dropped`); one that broke off
///   before they were together for any time is none (`not_joined`, `abandoned`).
/// - A *ring* is a call that rang and was not taken back by the caller: not the room of a meeting,
///   not `offline`, not `cancelled`. It is *answered* if the applicant accepted.
/// - A meeting is *due* if it was completed or somebody did not come; it is a *no-show* if somebody
///   did not.
///
/// @param from inclusive
/// @param to exclusive
/// @param now of this time
/// @param before of the time of the same length before it; of one that is not over, only up to
///   where it has come
/// @param days each day of it, also those on which nothing was
/// @param answers by hour and weekday, only where something rang
/// @param lengths of interviews
/// @param quality each day on which something was measured
/// @param load most interviews first
public record CallAnalytics(
    Instant from,
    Instant to,
    String timeZone,
    Figures now,
    Figures before,
    List<Day> days,
    List<AnswerHour> answers,
    NoShows noShows,
    FirstInterviews firstInterviews,
    List<LengthBand> lengths,
    List<QualityDay> quality,
    List<Load> load) {
  public CallAnalytics {
    days = List.copyOf(days);
    answers = List.copyOf(answers);
    lengths = List.copyOf(lengths);
    quality = List.copyOf(quality);
    load = List.copyOf(load);
  }

  /// The figures at a glance. A rate is null where there was nothing of which it could be one.
  ///
  /// @param answerRate answered of rings, 0 to 1
  /// @param noShowRate no-shows of due meetings, 0 to 1
  /// @param medianLength of interviews, seconds
  /// @param score mean of the interviews that were measured, 1.0 to 5.0
  public record Figures(
      long interviews,
      long rings,
      long answered,
      @Nullable Double answerRate,
      long due,
      long noShows,
      @Nullable Double noShowRate,
      @Nullable Long medianLength,
      @Nullable Double score) {}

  /// What became of the calls and meetings of one day. `missed` is `no_answer`; `failed` is
  /// `not_joined` and `abandoned`.
  public record Day(
      LocalDate date,
      long completed,
      long dropped,
      long missed,
      long offline,
      long rejected,
      long cancelled,
      long failed,
      long meetingsCompleted,
      long noShows,
      long meetingsCancelled) {}

  /// Rings of one hour of the week.
  ///
  /// @param weekday 1 (Monday) to 7
  /// @param hour 0 to 23
  public record AnswerHour(int weekday, int hour, long rings, long answered) {}

  /// Who did not come.
  public record NoShows(long due, long applicant, long recruiter, long both) {}

  /// How long applicants waited for their first interview, from when they were added; of those who
  /// had it in this time.
  ///
  /// @param median seconds, as is `slowest`: nine of ten waited less
  public record FirstInterviews(
      long applicants, @Nullable Long median, @Nullable Long slowest, List<WaitBand> bands) {
    public FirstInterviews {
      bands = List.copyOf(bands);
    }
  }

  /// How many waited that long.
  ///
  /// @param fromDays inclusive
  /// @param toDays exclusive; null for the last
  public record WaitBand(int fromDays, @Nullable Integer toDays, long applicants) {}

  /// How many interviews were that long.
  ///
  /// @param fromMinutes inclusive
  /// @param toMinutes exclusive; null for the last
  public record LengthBand(int fromMinutes, @Nullable Integer toMinutes, long interviews) {}

  /// How good the interviews of one day were.
  ///
  /// @param score mean, 1.0 to 5.0
  /// @param poor how many were below 3.0
  public record QualityDay(LocalDate date, double score, long interviews, long poor) {}

  /// How much one of the team did.
  ///
  /// @param interviews in which they were
  /// @param seconds of these
  /// @param meetings completed ones that they were to lead
  public record Load(UserId userId, String name, long interviews, long seconds, long meetings) {}
}
