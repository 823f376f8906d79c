package dev.optima.console.today;

import dev.optima.console.meeting.MeetingFacts;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingEvent;
import dev.optima.protocol.meeting.MeetingMachine;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.MeetingTimers;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Sorts one's own interviews by what they ask for.
final class DayPlan {
  private static final MeetingMachine MACHINE = new MeetingMachine(MeetingTimers.DEFAULT);
  private static final Comparator<Meeting> BY_TIME = Comparator.comparing(Meeting::scheduledTime);

  private final UserId me;

  DayPlan(UserId me) {
    this.me = me;
  }

  /// The interviews of a screen.
  ///
  /// @param knocking whose applicant waits to be let in
  /// @param coming that go on or are to come
  /// @param asks how many wait for the recruiter
  record Parts(
      List<Meeting> knocking,
      List<Meeting> questions,
      List<Meeting> coming,
      List<Meeting> waiting,
      List<Meeting> review,
      List<Meeting> absences,
      long asks) {}

  /// @param resting whose question was put off
  Parts of(Collection<Meeting> meetings, Set<MeetingId> resting, Instant now) {
    List<Meeting> questions =
        those(meetings, meeting -> isQuestion(meeting) && !resting.contains(meeting.meetingId()));
    List<Meeting> review = those(meetings, meeting -> meeting.overdue() == Overdue.REVIEW);
    List<Meeting> waiting =
        those(meetings, meeting -> isUnanswered(meeting, now)).stream()
            .sorted(Comparator.comparing(DayPlan::urgency).thenComparing(BY_TIME))
            .toList();
    long pressing = waiting.stream().filter(it -> it.answer() != MeetingAnswer.INVITED).count();
    return new Parts(
        those(meetings, Meeting::knocks),
        questions,
        those(meetings, meeting -> isComing(meeting, now) && !questions.contains(meeting)),
        waiting,
        review,
        those(meetings, meeting -> isRecentAbsence(meeting, now)),
        questions.size() + review.size() + pressing);
  }

  private static List<Meeting> those(Collection<Meeting> meetings, Predicate<Meeting> wanted) {
    return meetings.stream().filter(wanted).sorted(BY_TIME).toList();
  }

  /// Its owner is asked: ring now, wait, move, or no-show.
  private boolean isQuestion(Meeting meeting) {
    return meeting.overdue() == Overdue.ASKED && meeting.adminId().equals(me);
  }

  private static boolean isComing(Meeting meeting, Instant now) {
    return meeting.status() == MeetingStatus.IN_PROGRESS
        || !meeting.status().isOver()
            && meeting.overdue() != Overdue.REVIEW
            && (now.isBefore(meeting.end()) || meeting.overdue() == Overdue.ASKED);
  }

  private static boolean isUnanswered(Meeting meeting, Instant now) {
    return !meeting.status().isOver()
        && now.isBefore(meeting.scheduledTime())
        && meeting.answer() != MeetingAnswer.ACCEPTED;
  }

  private static int urgency(Meeting meeting) {
    return switch (meeting.answer()) {
      case ASKED_TO_MOVE -> 0;
      case DECLINED -> 1;
      case INVITED -> 2;
      case ACCEPTED -> 3;
    };
  }

  private boolean isRecentAbsence(Meeting meeting, Instant now) {
    return meeting.status() == MeetingStatus.NO_SHOW
        && MACHINE.allows(MeetingFacts.session(meeting), new MeetingEvent.Undo(me), now);
  }
}
