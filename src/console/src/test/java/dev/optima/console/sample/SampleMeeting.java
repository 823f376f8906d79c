package dev.optima.console.sample;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meeting in the making, for tests and pictures: Elif's with an applicant, 45 minutes long.
public final class SampleMeeting {
  private final MeetingId id;
  private final UserId applicant;
  private final String name;
  private final List<Meeting.Interviewer> interviewers = new ArrayList<>();
  private String title = "Interview";
  private String zone = "Europe/Berlin";
  private Instant time;
  private int minutes = 45;
  private MeetingStatus status = MeetingStatus.SCHEDULED;
  private MeetingAnswer answer = MeetingAnswer.INVITED;
  private Overdue overdue = Overdue.NONE;
  private @Nullable List<Instant> proposals;
  private @Nullable String note;
  private @Nullable Absent absent;
  private @Nullable CallId call;
  private boolean waitingRoom;
  private @Nullable Instant waitingSince;
  private @Nullable Instant completedAt;
  private long version = 1;
  private long sequence;

  private SampleMeeting(String id, UserId applicant, String name, Instant time) {
    this.id = new MeetingId(id);
    this.applicant = applicant;
    this.name = name;
    this.time = time;
    interviewers.add(new Meeting.Interviewer(Samples.ELIF, "Elif Kaya"));
  }

  public static SampleMeeting of(String id, UserId applicant, String name, Instant time) {
    return new SampleMeeting(id, applicant, name, time);
  }

  /// The interview with John Doe.
  public static SampleMeeting john(String id, Instant time) {
    return of(id, Samples.JOHN, "John Doe", time);
  }

  public SampleMeeting title(String words) {
    title = words;
    return this;
  }

  /// The applicant's.
  public SampleMeeting zone(String iana) {
    zone = iana;
    return this;
  }

  public SampleMeeting at(Instant when) {
    time = when;
    return this;
  }

  public SampleMeeting minutes(int length) {
    minutes = length;
    return this;
  }

  /// Led by this person alone.
  public SampleMeeting by(UserId person, String called) {
    interviewers.clear();
    return with(person, called);
  }

  /// Led by this person too.
  public SampleMeeting with(UserId person, String called) {
    interviewers.add(new Meeting.Interviewer(person, called));
    return this;
  }

  public SampleMeeting status(MeetingStatus now) {
    status = now;
    return this;
  }

  public SampleMeeting answer(MeetingAnswer said) {
    answer = said;
    return this;
  }

  public SampleMeeting asksFor(String words, Instant... times) {
    answer = MeetingAnswer.ASKED_TO_MOVE;
    note = words;
    proposals = List.of(times);
    return this;
  }

  public SampleMeeting overdue(Overdue now) {
    status = MeetingStatus.OPEN;
    overdue = now;
    return this;
  }

  public SampleMeeting noShow(Absent who, Instant at) {
    status = MeetingStatus.NO_SHOW;
    absent = who;
    completedAt = at;
    return this;
  }

  public SampleMeeting completed(Instant at) {
    status = MeetingStatus.COMPLETED;
    completedAt = at;
    return this;
  }

  /// The applicant is in its waiting room.
  public SampleMeeting knocking(Instant since) {
    waitingRoom = true;
    waitingSince = since;
    return this;
  }

  public SampleMeeting call(String callId) {
    call = new CallId(callId);
    return this;
  }

  public SampleMeeting version(long number) {
    version = number;
    return this;
  }

  public Meeting build() {
    return new Meeting(
        id,
        applicant,
        name,
        interviewers.getFirst().userId(),
        RoomId.of(applicant),
        title,
        null,
        time,
        minutes,
        "Europe/Istanbul",
        zone,
        null,
        "https://optima.example.org/m/" + id,
        status,
        answer,
        overdue,
        proposals,
        note,
        interviewers,
        true,
        true,
        waitingRoom,
        false,
        false,
        true,
        sequence,
        version,
        absent,
        null,
        null,
        null,
        call,
        waitingSince,
        null,
        Instant.parse("2026-11-20T09:00:00Z"),
        waitingSince == null ? Instant.parse("2026-11-20T09:00:00Z") : waitingSince,
        null,
        completedAt,
        null);
  }
}
