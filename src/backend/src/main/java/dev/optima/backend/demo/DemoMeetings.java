package dev.optima.backend.demo;

import dev.optima.backend.account.Identity;
import dev.optima.backend.meeting.MeetingEntrance;
import dev.optima.backend.meeting.MeetingService;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets a recruiter and an applicant plan interviews and hold them, at the present time of the
/// office's clock, through the services that real ones go through.
final class DemoMeetings {
  private static final String TIME_ZONE = "Europe/Istanbul";

  private final DemoOffice office;
  private final MeetingService meetings;
  private final MeetingEntrance entrance;
  private final Identity recruiter;
  private final Identity applicant;
  private @Nullable MeetingId last;
  private List<Identity> colleagues = List.of();
  private boolean recorded;

  DemoMeetings(
      DemoOffice office,
      MeetingService meetings,
      MeetingEntrance entrance,
      Identity recruiter,
      Identity applicant) {
    this.office = office;
    this.meetings = meetings;
    this.entrance = entrance;
    this.recruiter = recruiter;
    this.applicant = applicant;
  }

  void plan(DemoScript.Planned plan) {
    colleagues = plan.others().stream().map(office::colleague).toList();
    List<UserId> others = colleagues.stream().map(Identity::userId).toList();
    var wanted =
        new ScheduleMeeting(
            "demo-" + plan.at().toEpochMilli() + "-" + applicant.userId(),
            applicant.userId(),
            plan.time(),
            plan.minutes(),
            plan.title(),
            null,
            others,
            TIME_ZONE,
            true,
            true,
            null,
            null,
            null,
            null,
            plan.provider());
    recorded = plan.provider() != null;
    last = meetings.schedule(recruiter, wanted).meeting().meetingId();
  }

  void turn(DemoScript.Turn turn) {
    MeetingId meeting = last;
    if (meeting == null) {
      throw new IllegalStateException("no interview is planned: " + turn);
    }
    String text = turn.text().isEmpty() ? null : turn.text();
    switch (turn.act()) {
      case "accepted" -> answer(meeting, MeetingAnswer.ACCEPTED, List.of(), text);
      case "declined" -> answer(meeting, MeetingAnswer.DECLINED, List.of(), text);
      case "asked_to_move" -> answer(meeting, MeetingAnswer.ASKED_TO_MOVE, turn.times(), text);
      case "cancelled" -> meetings.cancel(applicant, meeting, off(text));
      case "called_off" -> meetings.cancel(recruiter, meeting, off(text));
      case "no_show" -> missed(meeting, Absent.APPLICANT);
      case "no_show_recruiter" -> missed(meeting, Absent.RECRUITER);
      case "met" -> meet(meeting, turn.talked());
      default -> throw new IllegalStateException("nothing of an interview: " + turn.act());
    }
  }

  private void missed(MeetingId meeting, Absent who) {
    meetings.close(recruiter, meeting, new CloseMeeting(CloseMeeting.Outcome.NO_SHOW, who, null));
  }

  /// All who lead it are there.
  private void meet(MeetingId meeting, Duration talked) {
    List<Identity> people = new ArrayList<>(List.of(recruiter));
    people.addAll(colleagues);
    people.add(applicant);
    CallId call = entrance.join(recruiter, meeting).callId();
    people.subList(1, people.size()).forEach(person -> entrance.join(person, meeting));
    office.calls().meet(people, call, talked, recorded);
  }

  private void answer(
      MeetingId meeting, MeetingAnswer answer, List<Instant> times, @Nullable String note) {
    meetings.answer(
        applicant, meeting, new AnswerMeeting(answer, times.isEmpty() ? null : times, note, null));
  }

  private static CancelMeeting off(@Nullable String reason) {
    return new CancelMeeting(reason, null, null);
  }
}
