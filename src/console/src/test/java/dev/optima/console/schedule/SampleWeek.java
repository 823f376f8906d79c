package dev.optima.console.schedule;

import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The week of the mock-up: the one after the rig's Sunday, in Istanbul, with a meeting in every
/// state.
final class SampleWeek {
  static final ZoneId HERE = ZoneId.of("Europe/Istanbul");
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  static final UserId SELIN = new UserId("selin");

  private final ScriptedBackend backend;

  SampleWeek(ScriptedBackend backend) {
    this.backend = backend;
  }

  static Instant at(int day, int hour, int minute) {
    return MONDAY.plusDays(day).atTime(hour, minute).atZone(HERE).toInstant();
  }

  void fill() {
    add(
        of("deniz", "Deniz Arslan", at(0, 10, 0))
            .minutes(30)
            .title("First interview")
            .completed(at(0, 10, 30)));
    add(
        of("selim", "Selim Koç", at(0, 14, 0))
            .minutes(60)
            .title("First interview")
            .status(MeetingStatus.IN_PROGRESS));
    add(of("caner", "Caner Öz", at(1, 9, 30)).noShow(Absent.APPLICANT, at(1, 10, 15)));
    add(
        of("maria", "Maria Rossi", at(1, 11, 0))
            .minutes(60)
            .title("Technical")
            .by(Samples.MERT, "Mert Demir")
            .answer(MeetingAnswer.ACCEPTED));
    add(of("hannah", "Hannah Lee", at(1, 16, 0)).minutes(60).zone("America/New_York"));
    add(
        of("emre", "Emre Can", at(2, 10, 0))
            .minutes(60)
            .title("Panel")
            .with(Samples.MERT, "Mert Demir")
            .asksFor("I am on a plane then.", at(3, 10, 0), at(3, 15, 0)));
    add(
        of("ali", "Ali Vural", at(3, 9, 0))
            .minutes(30)
            .by(SELIN, "Selin Ak")
            .answer(MeetingAnswer.ACCEPTED));
    add(
        of("zeynep", "Zeynep Şahin-Hohenlohe von Württemberg", at(3, 9, 15))
            .title("Second interview with the whole team and the head of the department")
            .answer(MeetingAnswer.DECLINED));
    add(of("ayse", "Ayşe Yılmaz", at(4, 15, 0)).minutes(60).answer(MeetingAnswer.ACCEPTED));
    add(of("tom", "Tom Becker", at(4, 11, 0)).status(MeetingStatus.CANCELLED));
  }

  static SampleMeeting of(String id, String name, Instant time) {
    return SampleMeeting.of(id, new UserId(id), name, time);
  }

  Meeting add(SampleMeeting meeting) {
    return backend.meetings().add(meeting.build());
  }
}
