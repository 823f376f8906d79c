package dev.optima.console.insight;

import dev.optima.console.call.HistoryFilter;
import dev.optima.console.call.HistoryFilter.Person;
import dev.optima.console.chart.DayPart;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.rest.CallAnalytics;
import dev.optima.protocol.rest.CallAnalytics.LengthBand;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which calls and meetings a figure is made of.
///
/// @param filter of what the figures are
/// @param zone in which days and hours were counted
record Leads(CallAnalytics figures, InsightFilter filter, ZoneId zone) {
  private static final Set<CallOutcome> INTERVIEWS =
      Set.of(CallOutcome.COMPLETED, CallOutcome.DROPPED);
  private static final Set<MeetingStatus> DUE =
      Set.of(MeetingStatus.COMPLETED, MeetingStatus.NO_SHOW);
  private static final long MINUTE = 60;
  private static final double LOWEST_SCORE = 1;

  /// Every call of the time.
  HistoryFilter calls() {
    return HistoryFilter.ALL
        .period(figures.from(), figures.to())
        .people(filter.people())
        .positions(filter.positions());
  }

  HistoryFilter interviews() {
    return calls().outcomes(INTERVIEWS);
  }

  /// Interviews that were measured.
  HistoryFilter measured() {
    return interviews().score(LOWEST_SCORE, null);
  }

  HistoryFilter rings() {
    return calls().rang(true);
  }

  /// What rang in an hour of the week.
  HistoryFilter rings(int weekday, int hour) {
    return rings().hourOfWeek(weekday, hour);
  }

  /// Calls of a day; of one kind, if one is given.
  HistoryFilter day(LocalDate day, @Nullable DayPart part) {
    HistoryFilter all =
        calls()
            .period(
                day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    return part == null ? all : all.outcomes(part.outcomes());
  }

  /// Interviews of a day that were measured.
  HistoryFilter measured(LocalDate day) {
    return day(day, null).outcomes(INTERVIEWS).score(LOWEST_SCORE, null);
  }

  HistoryFilter length(LengthBand band) {
    Integer to = band.toMinutes();
    return interviews().length(band.fromMinutes() * MINUTE, to == null ? null : to * MINUTE);
  }

  /// Interviews in which this person was.
  HistoryFilter load(UserId person, String name) {
    return interviews().people(List.of(new Person(person, name)));
  }

  MeetingsAsked due() {
    return meetings(DUE, null);
  }

  MeetingsAsked noShows(@Nullable Absent absent) {
    return meetings(Set.of(MeetingStatus.NO_SHOW), absent);
  }

  /// Meetings of a day; of one kind, if one is given.
  MeetingsAsked meetings(LocalDate day, @Nullable DayPart part) {
    MeetingStatus only = part == null ? null : part.meetings();
    Set<MeetingStatus> states =
        only == null
            ? Set.of(MeetingStatus.COMPLETED, MeetingStatus.NO_SHOW, MeetingStatus.CANCELLED)
            : Set.of(only);
    return new MeetingsAsked(
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).toInstant(),
        states,
        null,
        ids(),
        filter.positions());
  }

  private MeetingsAsked meetings(Set<MeetingStatus> states, @Nullable Absent absent) {
    return new MeetingsAsked(
        figures.from(), figures.to(), states, absent, ids(), filter.positions());
  }

  private Set<UserId> ids() {
    return Set.copyOf(filter.people().stream().map(Person::id).toList());
  }
}
