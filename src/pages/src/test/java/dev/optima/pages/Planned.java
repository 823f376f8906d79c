package dev.optima.pages;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Planned interviews of the tests, as the applicant is told of them.
record Planned(
    String id,
    String title,
    Instant start,
    MeetingStatus status,
    MeetingAnswer answer,
    long version,
    @Nullable List<Instant> proposals,
    @Nullable String reason,
    boolean waitingRoom,
    @Nullable Instant knocked,
    @Nullable Instant admitted) {

  static Planned in(String id, Duration ahead) {
    return new Planned(
        id,
        "First interview",
        Instant.now().plus(ahead),
        MeetingStatus.SCHEDULED,
        MeetingAnswer.INVITED,
        1,
        null,
        null,
        false,
        null,
        null);
  }

  Planned titled(String words) {
    return new Planned(
        id,
        words,
        start,
        status,
        answer,
        version,
        proposals,
        reason,
        waitingRoom,
        knocked,
        admitted);
  }

  Planned answered(MeetingAnswer said) {
    return new Planned(
        id,
        title,
        start,
        status,
        said,
        version + 1,
        proposals,
        reason,
        waitingRoom,
        knocked,
        admitted);
  }

  Planned become(MeetingStatus next) {
    return new Planned(
        id,
        title,
        start,
        next,
        answer,
        version + 1,
        proposals,
        reason,
        waitingRoom,
        knocked,
        admitted);
  }

  Planned asking(List<Instant> times) {
    return new Planned(
        id,
        title,
        start,
        status,
        MeetingAnswer.ASKED_TO_MOVE,
        version + 1,
        times,
        reason,
        waitingRoom,
        knocked,
        admitted);
  }

  Planned because(String why) {
    return new Planned(
        id, title, start, status, answer, version, proposals, why, waitingRoom, knocked, admitted);
  }

  Planned at(Instant time) {
    return new Planned(
        id,
        title,
        time,
        status,
        answer,
        version + 1,
        proposals,
        reason,
        waitingRoom,
        knocked,
        admitted);
  }

  /// With a waiting room, in which the applicant is.
  Planned knocking() {
    return new Planned(
        id,
        title,
        start,
        status,
        answer,
        version + 1,
        proposals,
        reason,
        true,
        Instant.now(),
        null);
  }

  /// Somebody let them in.
  Planned admitting() {
    return new Planned(
        id,
        title,
        start,
        status,
        answer,
        version + 1,
        proposals,
        reason,
        true,
        knocked,
        Instant.now());
  }

  Meeting meeting() {
    return new Meeting(
        new MeetingId(id),
        Story.JOHN,
        "John Doe",
        Story.ELIF,
        Story.ROOM,
        title,
        "We will talk about your last project.",
        start,
        30,
        "America/New_York",
        "Europe/Berlin",
        null,
        "/a#meeting=" + id,
        status,
        answer,
        Overdue.NONE,
        proposals,
        null,
        List.of(
            new Meeting.Interviewer(Story.ELIF, "Elif Kaya"),
            new Meeting.Interviewer(new UserId("mert"), "Mert Öztürk")),
        true,
        true,
        waitingRoom,
        false,
        false,
        false,
        0,
        version,
        null,
        null,
        reason,
        null,
        null,
        knocked,
        admitted,
        Instant.now(),
        Instant.now(),
        null,
        null,
        null);
  }
}
