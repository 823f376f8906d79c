package dev.optima.backend.analytics;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.rest.CallAnalytics.Day;
import dev.optima.protocol.rest.CallAnalytics.QualityDay;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What is counted of one day.
final class DayTally {
  private final LocalDate date;
  private final Map<CallOutcome, Long> calls = new EnumMap<>(CallOutcome.class);
  private final Map<MeetingStatus, Long> meetings = new EnumMap<>(MeetingStatus.class);
  private long measured;
  private double scores;
  private long poor;

  DayTally(LocalDate date) {
    this.date = date;
  }

  void add(CallLine line) {
    calls.merge(line.outcome(), line.calls(), Long::sum);
    if (line.isInterview()) {
      measured += line.measured();
      scores += line.scores();
      poor += line.poor();
    }
  }

  void add(MeetingLine line) {
    meetings.merge(line.status(), line.meetings(), Long::sum);
  }

  Day day() {
    return new Day(
        date,
        of(CallOutcome.COMPLETED),
        of(CallOutcome.DROPPED),
        of(CallOutcome.NO_ANSWER),
        of(CallOutcome.OFFLINE),
        of(CallOutcome.REJECTED),
        of(CallOutcome.CANCELLED),
        of(CallOutcome.NOT_JOINED) + of(CallOutcome.ABANDONED),
        of(MeetingStatus.COMPLETED),
        of(MeetingStatus.NO_SHOW),
        of(MeetingStatus.CANCELLED));
  }

  /// Empty if nothing was measured.
  Optional<QualityDay> quality() {
    return measured == 0
        ? Optional.empty()
        : Optional.of(new QualityDay(date, Totals.mean(scores, measured), measured, poor));
  }

  private long of(CallOutcome outcome) {
    return calls.getOrDefault(outcome, 0L);
  }

  private long of(MeetingStatus status) {
    return meetings.getOrDefault(status, 0L);
  }
}
