package dev.optima.console.sample;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Meeting;
import java.time.Duration;
import java.time.Instant;

/// A recruiter's day with an interview in every state.
public final class SampleDay {
  private final ScriptedBackend backend;
  private final Instant now;

  public SampleDay(ScriptedBackend backend, Instant now) {
    this.backend = backend;
    this.now = now;
  }

  /// Fills the backend.
  public void fill() {
    add(meeting("next", "john", "John Doe", 12).title("First interview").answer(yes()));
    add(
        meeting("panel", "hannah", "Hannah Lee", 102)
            .title("Technical interview")
            .zone("America/New_York")
            .minutes(60)
            .with(Samples.MERT, "Mert Demir"));
    add(
        meeting("tomorrow", "selim", "Selim Koç", 60 * 21)
            .title("İlk görüşme")
            .zone("Europe/Istanbul")
            .answer(yes()));
    add(
        meeting("asked", "emre", "Emre Can", 60 * 46)
            .title("Panel")
            .zone("Europe/Istanbul")
            .with(Samples.MERT, "Mert Demir")
            .asksFor(
                "I am at a client’s on Tuesday. Would one of these do?", in(60 * 66), in(60 * 69)));
    add(
        meeting("declined", "zeynep", "Zeynep Şahin-Hohenlohe von Württemberg", 60 * 70)
            .title("Second interview with the whole team and the head of the department")
            .answer(MeetingAnswer.DECLINED));
    add(
        meeting("late", "ayse", "Ayşe Yılmaz", -12)
            .title("Portfolio")
            .zone("Europe/Istanbul")
            .overdue(Overdue.ASKED));
    add(meeting("open", "tom", "Tom Becker", -60 * 26).overdue(Overdue.REVIEW));
    add(
        meeting("absent", "caner", "Caner Öz", -60 * 20)
            .zone("Europe/Istanbul")
            .noShow(Absent.APPLICANT, in(-60 * 19)));
  }

  private static MeetingAnswer yes() {
    return MeetingAnswer.ACCEPTED;
  }

  private SampleMeeting meeting(String id, String applicant, String name, long minutes) {
    return SampleMeeting.of(id, new UserId(applicant), name, in(minutes));
  }

  private Meeting add(SampleMeeting meeting) {
    return backend.meetings().add(meeting.build());
  }

  private Instant in(long minutes) {
    return now.plus(Duration.ofMinutes(minutes));
  }
}
