package dev.optima.console.sample;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.rest.CallAnalytics;
import dev.optima.protocol.rest.CallRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of calls of the mock-up: two live calls, three interviews to come, some that are over,
/// and two weeks of figures.
public final class SampleCalls {
  private static final UserId SELIN = new UserId("selin");

  /// What became of the last fourteen days: completed, missed, rejected, not come.
  private static final long[][] DAYS = {
    {6, 1, 0, 0},
    {8, 1, 1, 0},
    {7, 0, 0, 1},
    {9, 2, 0, 0},
    {5, 0, 1, 0},
    {0, 0, 0, 0},
    {0, 0, 0, 0},
    {8, 1, 0, 0},
    {10, 1, 0, 1},
    {7, 1, 1, 0},
    {9, 0, 0, 0},
    {8, 2, 0, 0},
    {1, 0, 0, 0},
    {4, 1, 0, 0},
  };

  private final ScriptedBackend backend;
  private final Instant now;

  public SampleCalls(ScriptedBackend backend, Instant now) {
    this.backend = backend;
    this.now = now;
  }

  /// Fills the backend.
  public void fill() {
    live();
    meetings();
    history();
    figures();
  }

  private void live() {
    backend.calls().add(johns());
    backend
        .calls()
        .add(
            new LiveCall(
                Samples.call(
                    "live-ayse",
                    Samples.AYSE,
                    "Ayşe Yılmaz",
                    Samples.MERT,
                    "Mert Demir",
                    CallState.RINGING,
                    1,
                    now.minusSeconds(8)),
                now,
                "direct",
                "Product designer",
                null,
                List.of(new LiveCall.Quality(Samples.AYSE, 2)),
                CallRecording.State.OFF,
                false));
  }

  /// One's own call, recorded, going on for 12:46.
  public LiveCall johns() {
    return active("live-john", Samples.JOHN, "John Doe", Samples.ELIF, "Elif Kaya", 776, 2);
  }

  /// A call that goes on.
  public LiveCall active(
      String id,
      UserId applicant,
      String name,
      UserId by,
      String byName,
      long seconds,
      long version) {
    CallSnapshot call =
        Samples.call(
            id,
            applicant,
            name,
            by,
            byName,
            CallState.ACTIVE,
            version,
            now.minusSeconds(seconds + 10));
    return new LiveCall(
        together(call, seconds),
        now,
        "direct",
        "Backend engineer",
        null,
        List.of(new LiveCall.Quality(applicant, 4), new LiveCall.Quality(by, 4)),
        by.equals(Samples.ELIF) ? CallRecording.State.RECORDING : CallRecording.State.OFF,
        false);
  }

  private static CallSnapshot together(CallSnapshot c, long seconds) {
    return new CallSnapshot(
        c.callId(),
        c.roomId(),
        c.callerId(),
        c.callerName(),
        c.applicantId(),
        c.applicantName(),
        c.meetingId(),
        c.state(),
        c.version(),
        c.createdAt(),
        c.expiresAt(),
        c.startedAt(),
        c.togetherSince(),
        c.endedAt(),
        seconds,
        c.outcome(),
        c.endedBy(),
        c.participants());
  }

  private void meetings() {
    backend
        .meetings()
        .add(
            SampleMeeting.of("m-selim", new UserId("selim"), "Selim Koç", now.plusSeconds(12 * 60))
                .title("First interview")
                .minutes(30)
                .answer(MeetingAnswer.ACCEPTED)
                .build());
    backend
        .meetings()
        .add(
            SampleMeeting.of("m-hannah", new UserId("hannah"), "Hannah Lee", at(15, 30))
                .title("Technical")
                .minutes(60)
                .zone("America/New_York")
                .build());
    backend
        .meetings()
        .add(
            SampleMeeting.of("m-emre", new UserId("emre"), "Emre Can", at(16, 45))
                .title("Panel")
                .with(Samples.MERT, "Mert Demir")
                .answer(MeetingAnswer.ASKED_TO_MOVE)
                .build());
  }

  /// Today, in Istanbul.
  private static Instant at(int hour, int minute) {
    return Instant.parse("2026-11-22T00:00:00Z")
        .plus(Duration.ofHours(hour - 3L))
        .plus(Duration.ofMinutes(minute));
  }

  private void history() {
    add("deniz", "Deniz Arslan", at(10, 30), CallOutcome.COMPLETED, 1865, 4.6, 0, Samples.ELIF);
    add("caner", "Caner Öz", at(9, 45), CallOutcome.NO_ANSWER, 0, null, 0, Samples.ELIF);
    add("maria", "Maria Rossi", at(-8, 0), CallOutcome.COMPLETED, 2658, 4.9, 0, Samples.MERT);
    add("tom", "Tom Becker", at(-10, 0), CallOutcome.REJECTED, 0, null, 0, Samples.ELIF);
    add("zeynep", "Zeynep Şahin", at(-37, 0), CallOutcome.COMPLETED, 1132, 3.2, 1, Samples.ELIF);
    add("ali", "Ali Vural", at(-38, -30), CallOutcome.COMPLETED, 1540, 4.4, 0, SELIN);
    add("oya", "Oya Tan", at(-40, 0), CallOutcome.DROPPED, 610, 2.4, 2, SELIN);
    add("jan", "Jan Novák", at(-61, 0), CallOutcome.OFFLINE, 0, null, 0, Samples.MERT);
  }

  /// Many calls that are over, one an hour, the newest of them an hour before.
  public void many(int count) {
    for (int i = 0; i < count; i++) {
      backend
          .calls()
          .add(
              row(
                  "many-%05d".formatted(i),
                  "Aday %05d".formatted(i),
                  now.minus(Duration.ofHours(i + 1L)),
                  CallOutcome.COMPLETED,
                  600 + i,
                  4.0,
                  0,
                  Samples.ELIF));
    }
  }

  private void add(
      String applicant,
      String name,
      Instant placed,
      CallOutcome outcome,
      long seconds,
      @Nullable Double score,
      int drops,
      UserId by) {
    backend.calls().add(row(applicant, name, placed, outcome, seconds, score, drops, by));
  }

  /// A call that is over.
  public static CallRow row(
      String applicant,
      String name,
      Instant placed,
      CallOutcome outcome,
      long seconds,
      @Nullable Double score,
      int drops,
      UserId by) {
    String byName =
        by.equals(Samples.ELIF) ? "Elif Kaya" : by.equals(Samples.MERT) ? "Mert Demir" : "Selin Ak";
    UserId user = new UserId(applicant);
    CallState state =
        switch (outcome) {
          case COMPLETED, DROPPED -> CallState.ENDED;
          case REJECTED -> CallState.REJECTED;
          case NO_ANSWER, OFFLINE -> CallState.MISSED;
          case CANCELLED -> CallState.CANCELLED;
          case ABANDONED, NOT_JOINED -> CallState.FAILED;
        };
    CallSnapshot call =
        new CallSnapshot(
            new CallId("call-" + applicant),
            RoomId.of(user),
            by,
            byName,
            user,
            name,
            null,
            state,
            5,
            placed,
            null,
            seconds > 0 ? placed.plusSeconds(10) : null,
            null,
            placed.plusSeconds(seconds + 20),
            seconds,
            outcome,
            null,
            List.of(
                new CallSnapshot.Person(by, byName, Side.RECRUITER, false, null, null),
                new CallSnapshot.Person(user, name, Side.APPLICANT, false, null, null)));
    return new CallRow(call, "direct", "Backend engineer", null, score, drops, false);
  }

  private void figures() {
    backend
        .analytics()
        .count(
            (from, to) ->
                ScriptedAnalytics.of(
                    from,
                    to,
                    ScriptedAnalytics.figures(34, 45, 39, 32, 2, 1620),
                    ScriptedAnalytics.figures(30, 40, 30, 25, 2, 1500),
                    days()));
  }

  private static List<CallAnalytics.Day> days() {
    List<CallAnalytics.Day> days = new ArrayList<>();
    for (int i = 0; i < DAYS.length; i++) {
      long[] day = DAYS[i];
      days.add(
          new CallAnalytics.Day(
              LocalDate.of(2026, 11, 9).plusDays(i),
              day[0],
              0,
              day[1],
              0,
              day[2],
              0,
              0,
              0,
              day[3],
              0));
    }
    return days;
  }
}
