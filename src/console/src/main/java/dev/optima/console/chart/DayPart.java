package dev.optima.console.chart;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.rest.CallAnalytics.Day;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What can become of the calls and meetings of a day, in the order in which they are stacked.
public enum DayPart {
  COMPLETED("outcome.completed", Day::completed, CallOutcome.COMPLETED),
  DROPPED("outcome.dropped", Day::dropped, CallOutcome.DROPPED),
  MISSED("outcome.noAnswer", Day::missed, CallOutcome.NO_ANSWER),
  OFFLINE("outcome.offline", Day::offline, CallOutcome.OFFLINE),
  REJECTED("outcome.rejected", Day::rejected, CallOutcome.REJECTED),
  CANCELLED("outcome.cancelled", Day::cancelled, CallOutcome.CANCELLED),
  FAILED("chart.part.failed", Day::failed, CallOutcome.NOT_JOINED, CallOutcome.ABANDONED),
  MEETING_COMPLETED("meeting.state.completed", Day::meetingsCompleted, MeetingStatus.COMPLETED),
  NO_SHOW("chart.part.noShow", Day::noShows, MeetingStatus.NO_SHOW),
  MEETING_CANCELLED("meeting.state.cancelled", Day::meetingsCancelled, MeetingStatus.CANCELLED);

  /// What became of calls.
  public static final List<DayPart> CALLS =
      List.of(COMPLETED, DROPPED, MISSED, OFFLINE, REJECTED, CANCELLED, FAILED);

  /// What became of meetings.
  public static final List<DayPart> MEETINGS =
      List.of(MEETING_COMPLETED, NO_SHOW, MEETING_CANCELLED);

  private final String word;
  private final ToLongFunction<Day> count;
  private final Set<CallOutcome> outcomes;
  private final @Nullable MeetingStatus meetings;

  DayPart(String word, ToLongFunction<Day> count, CallOutcome... outcomes) {
    this.word = word;
    this.count = count;
    this.outcomes = Set.of(outcomes);
    this.meetings = null;
  }

  DayPart(String word, ToLongFunction<Day> count, MeetingStatus meetings) {
    this.word = word;
    this.count = count;
    this.outcomes = Set.of();
    this.meetings = meetings;
  }

  /// The key of its name.
  public String word() {
    return word;
  }

  public long of(Day day) {
    return count.applyAsLong(day);
  }

  /// The calls that it counts; empty if it counts meetings.
  public Set<CallOutcome> outcomes() {
    return outcomes;
  }

  /// The meetings that it counts; null if it counts calls.
  public @Nullable MeetingStatus meetings() {
    return meetings;
  }

  /// The style class of its colour and pattern.
  String look() {
    return "part-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
