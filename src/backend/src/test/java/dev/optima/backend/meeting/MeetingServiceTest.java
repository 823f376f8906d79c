package dev.optima.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.MeetingConflict;
import dev.optima.protocol.rest.MeetingHistory;
import dev.optima.protocol.rest.NotifyMeeting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What people do with planned interviews, on both databases.
class MeetingServiceTest {
  /// Tuesday, 11:00 in Berlin, 13:00 in Istanbul.
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir private Path folder;

  private static Refusal refused(Callable<?> command) {
    return catchThrowableOfType(Refusal.class, command::call);
  }

  private static List<MeetingNews> told(World world, Identity who, Identity applicant) {
    return world
        .chat
        .history()
        .messages(who, World.room(applicant), null, null, 50)
        .messages()
        .stream()
        .filter(entry -> entry.kind() == ChatEntry.Kind.MEETING)
        .map(ChatEntry::meeting)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aMeetingIsPlannedAndEverybodyLearnsOfIt(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity mert = world.colleague("mert");
      Identity john = world.applicant("john");

      MeetingService.Planned planned =
          world.meetings.schedule(elif, Plans.with(john, TUESDAY, 30, mert).key("k").wish());
      Meeting meeting = planned.meeting();

      assertThat(planned.fresh()).isTrue();
      assertThat(meeting.status()).isEqualTo(MeetingStatus.SCHEDULED);
      assertThat(meeting.answer()).isEqualTo(MeetingAnswer.INVITED);
      assertThat(meeting.interviewers())
          .extracting(Meeting.Interviewer::name)
          .containsExactly("Name of elif", "Name of mert");
      assertThat(meeting.applicantName()).isEqualTo("Name of john");
      assertThat(meeting.applicantTimeZone()).isEqualTo("Europe/Istanbul");
      assertThat(meeting.sendEmail()).isTrue();
      assertThat(meeting.remind15Min()).isTrue();
      assertThat(meeting.jitsiRoomName()).startsWith("optima-call-");
      assertThat(world.meetings.get(john, meeting.meetingId()).jitsiRoomName()).isNull();
      assertThat(told(world, john, john))
          .singleElement()
          .satisfies(news -> assertThat(news.what()).isEqualTo(MeetingNews.What.SCHEDULED));
      assertThat(world.bus.to(Subject.TEAM))
          .filteredOn(ServerMessage.MeetingChanged.class::isInstance)
          .containsExactly(ServerMessage.MeetingChanged.of(meeting));
      assertThat(world.bus.to(john.userId()))
          .filteredOn(ServerMessage.MeetingChanged.class::isInstance)
          .hasSize(1);
      assertThat(world.chat.history().unread(john)).isEmpty();

      MeetingService.Planned again =
          world.meetings.schedule(elif, Plans.with(john, TUESDAY, 30, mert).key("k").wish());
      assertThat(again.fresh()).isFalse();
      assertThat(again.meeting()).isEqualTo(meeting);
      assertThat(told(world, john, john)).hasSize(1);
      var maria = Plans.with(world.applicant("maria"), TUESDAY, 30).key("k");
      assertThat(refused(() -> world.meetings.schedule(elif, maria.wish())).code())
          .as("the key of another one's meeting")
          .isEqualTo(ErrorCode.INVALID);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ratherAnotherDayThanAtNight(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      var chicago =
          Plans.with(john, Instant.parse("2026-11-24T15:00:00Z"), 30).zone("America/Chicago");
      // John is in Istanbul: from 9 to 11 in Chicago it is before 20 o'clock there.
      world.elsewhere = fullUntil(Instant.parse("2026-12-21T00:00:00Z"), elif);
      assertThat(world.meetings.check(elif, chicago.wish(), null).nextFree())
          .isEqualTo(Instant.parse("2026-12-21T15:00:00Z"));

      world.elsewhere = fullUntil(Instant.parse("2027-12-21T00:00:00Z"), elif);
      assertThat(world.meetings.check(elif, chicago.wish(), null).nextFree()).isNull();
    }
  }

  /// The mornings in Chicago are taken; its afternoons, at night in Istanbul, are free.
  private static BusySource fullUntil(Instant end, Identity who) {
    return (tx, user, from, to) -> {
      List<BusyTime> taken = new ArrayList<>();
      Instant day = Instant.parse("2026-11-24T14:00:00Z");
      for (; day.isBefore(end); day = day.plus(Duration.ofDays(1))) {
        taken.add(new BusyTime(user, null, day, day.plus(Duration.ofHours(3))));
      }
      return user.equals(who.userId())
          ? taken.stream().filter(one -> one.overlaps(from, to)).toList()
          : List.of();
    };
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsAtTwoAtOnce(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity mert = world.colleague("mert");
      Identity john = world.applicant("john");
      Identity maria = world.applicant("maria");
      Meeting first =
          world.meetings.schedule(elif, Plans.with(john, TUESDAY, 40, mert).wish()).meeting();

      Instant half = TUESDAY.plus(Duration.ofMinutes(30));
      Refusal refusal =
          refused(() -> world.meetings.schedule(mert, Plans.with(maria, half, 30).wish()));
      assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
      MeetingCheck clash = refusal.clash().orElseThrow();
      assertThat(clash.conflicts())
          .containsExactly(
              new MeetingConflict(
                  mert.userId(),
                  "Name of mert",
                  first.meetingId(),
                  TUESDAY,
                  TUESDAY.plus(Duration.ofMinutes(40)),
                  false));
      assertThat(clash.nextFree()).isEqualTo(TUESDAY.plus(Duration.ofMinutes(45)));
      assertThat(world.meetings.check(mert, Plans.with(maria, half, 30).wish(), null))
          .isEqualTo(clash);

      Instant edge = TUESDAY.plus(Duration.ofMinutes(40));
      Refusal pause =
          refused(() -> world.meetings.schedule(mert, Plans.with(maria, edge, 30).wish()));
      assertThat(pause.clash().orElseThrow().conflicts())
          .singleElement()
          .satisfies(conflict -> assertThat(conflict.pause()).isTrue());

      Refusal applicant =
          refused(
              () ->
                  world.meetings.schedule(
                      world.colleague("selin"), Plans.with(john, half, 30).wish()));
      assertThat(applicant.clash().orElseThrow().conflicts())
          .extracting(MeetingConflict::userId)
          .containsExactly(john.userId());

      Meeting beside =
          world
              .meetings
              .schedule(mert, Plans.with(maria, half, 30).because("Two at once is fine").wish())
              .meeting();
      assertThat(beside.overrideReason()).isEqualTo("Two at once is fine");
      assertThat(world.meetings.get(maria, beside.meetingId()).overrideReason()).isNull();
      assertThat(world.meetings.history(elif, beside.meetingId()).entries().getFirst().changes())
          .containsEntry("override_reason", "Two at once is fine");

      world.meetings.cancel(elif, first.meetingId(), new CancelMeeting(null, null, null));
      world.meetings.cancel(mert, beside.meetingId(), new CancelMeeting(null, null, null));
      assertThat(world.meetings.schedule(mert, Plans.with(maria, half, 30).wish()).fresh())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMovedMeetingAsksAnewAndSaysFromWhere(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting planned =
          world.meetings.schedule(elif, Plans.with(john, TUESDAY, 30).wish()).meeting();
      Meeting accepted =
          world.meetings.answer(
              john,
              planned.meetingId(),
              new AnswerMeeting(MeetingAnswer.ACCEPTED, null, "Fine", 0L));
      assertThat(accepted.answer()).isEqualTo(MeetingAnswer.ACCEPTED);
      assertThat(accepted.note()).isEqualTo("Fine");

      Instant later = TUESDAY.plus(Duration.ofMinutes(15));
      Meeting moved =
          world.meetings.change(elif, planned.meetingId(), Plans.of(accepted).at(later).wish());
      assertThat(moved.scheduledTime()).isEqualTo(later);
      assertThat(moved.answer()).isEqualTo(MeetingAnswer.INVITED);
      assertThat(moved.note()).isNull();
      assertThat(moved.sequence()).isEqualTo(1);
      assertThat(told(world, john, john).getLast().previousTime()).isEqualTo(TUESDAY);

      Refusal stale =
          refused(
              () ->
                  world.meetings.change(
                      elif, planned.meetingId(), Plans.of(accepted).title("Other").wish()));
      assertThat(stale.code()).isEqualTo(ErrorCode.STALE);
      assertThat(stale.meeting()).contains(moved);
      Refusal blind =
          refused(
              () ->
                  world.meetings.change(
                      elif, planned.meetingId(), Plans.with(john, TUESDAY, 30).wish()));
      assertThat(blind.code()).isEqualTo(ErrorCode.INVALID);
      assertThat(blind.field()).contains("version");
      Refusal old =
          refused(
              () ->
                  world.meetings.answer(
                      john,
                      planned.meetingId(),
                      new AnswerMeeting(MeetingAnswer.DECLINED, null, null, 0L)));
      assertThat(old.code()).isEqualTo(ErrorCode.STALE);

      assertThat(world.meetings.change(elif, planned.meetingId(), Plans.of(moved).quietly().wish()))
          .as("whoever is told by mail stays so")
          .isEqualTo(moved);
      Meeting quiet =
          world.meetings.change(elif, planned.meetingId(), Plans.of(moved).unreminded().wish());
      assertThat(quiet.sequence()).isEqualTo(moved.sequence());
      assertThat(quiet.version()).isEqualTo(moved.version() + 1);
      assertThat(quiet.remind15Min()).isFalse();
      assertThat(world.meetings.history(elif, planned.meetingId()).entries())
          .extracting(MeetingHistory.Entry::act)
          .containsExactly("scheduled", "answered", "changed", "changed");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoAskedToMoveProposesTimes(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting planned =
          world.meetings.schedule(elif, Plans.with(john, TUESDAY, 30).wish()).meeting();
      Instant other = TUESDAY.plus(Duration.ofDays(1));
      var wish =
          new AnswerMeeting(
              MeetingAnswer.ASKED_TO_MOVE, List.of(other, other), "I am at work then", null);
      Meeting asked = world.meetings.answer(john, planned.meetingId(), wish);
      assertThat(asked.proposals()).containsExactly(other);
      assertThat(world.meetings.answer(john, planned.meetingId(), wish))
          .as("a retry is no other wish")
          .isEqualTo(asked);
      assertThat(told(world, elif, john)).hasSize(2);
      var never =
          new AnswerMeeting(
              MeetingAnswer.ASKED_TO_MOVE,
              List.of(TUESDAY.plus(Duration.ofDays(9999))),
              null,
              null);
      assertThat(refused(() -> world.meetings.answer(john, planned.meetingId(), never)).code())
          .isEqualTo(ErrorCode.INVALID);
      assertThat(told(world, elif, john).getLast())
          .satisfies(
              news -> {
                assertThat(news.what()).isEqualTo(MeetingNews.What.ASKED_TO_MOVE);
                assertThat(news.proposals()).containsExactly(other);
                assertThat(news.note()).isEqualTo("I am at work then");
              });
      assertThat(
              refused(
                      () ->
                          world.meetings.answer(
                              elif,
                              planned.meetingId(),
                              new AnswerMeeting(MeetingAnswer.ACCEPTED, null, null, null)))
                  .code())
          .isEqualTo(ErrorCode.FORBIDDEN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eitherSideCallsItOff(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Identity maria = world.applicant("maria");
      Meeting planned =
          world.meetings.schedule(elif, Plans.with(john, TUESDAY, 30).wish()).meeting();
      var cancel = new CancelMeeting("I found a job", null, null);
      assertThat(refused(() -> world.meetings.cancel(maria, planned.meetingId(), cancel)).code())
          .isEqualTo(ErrorCode.NOT_FOUND);

      Meeting off = world.meetings.cancel(john, planned.meetingId(), cancel);
      assertThat(off.status()).isEqualTo(MeetingStatus.CANCELLED);
      assertThat(off.cancelledBy()).isEqualTo(john.userId());
      assertThat(off.sequence()).isEqualTo(1);
      assertThat(told(world, elif, john).getLast().note()).isEqualTo("I found a job");
      assertThat(refused(() -> world.meetings.cancel(elif, planned.meetingId(), cancel)).code())
          .isEqualTo(ErrorCode.STALE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTeamSaysWhatBecameOfItAndMayTakeItBack(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Instant soon = world.clock.instant().plus(Duration.ofMinutes(20));
      Meeting planned = world.meetings.schedule(elif, Plans.with(john, soon, 30).wish()).meeting();
      var noShow =
          new CloseMeeting(
              CloseMeeting.Outcome.NO_SHOW, dev.optima.protocol.meeting.Absent.APPLICANT, null);
      assertThat(refused(() -> world.meetings.close(elif, planned.meetingId(), noShow)).code())
          .isEqualTo(ErrorCode.TOO_EARLY);
      world.clock.advance(Duration.ofMinutes(35));
      assertThat(world.meetings.close(elif, planned.meetingId(), noShow).status())
          .isEqualTo(MeetingStatus.NO_SHOW);
      Meeting back =
          world.meetings.close(
              elif, planned.meetingId(), new CloseMeeting(CloseMeeting.Outcome.UNDO, null, null));
      assertThat(back.status()).isEqualTo(MeetingStatus.OPEN);
      assertThat(refused(() -> world.meetings.close(john, planned.meetingId(), noShow)).code())
          .isEqualTo(ErrorCode.FORBIDDEN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoIsLateSaysSo(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting planned =
          world.meetings.schedule(elif, Plans.with(john, TUESDAY, 30).wish()).meeting();
      world.meetings.tell(
          elif, planned.meetingId(), new NotifyMeeting(NotifyMeeting.Kind.RUNNING_LATE, 5));
      assertThat(told(world, john, john).getLast().what()).isEqualTo(MeetingNews.What.RUNNING_LATE);
      assertThat(world.bus.to(john.userId())).anyMatch(ServerMessage.Reminder.class::isInstance);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsRemindedOfWhatHasBegun(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Instant soon = world.clock.instant().plus(Duration.ofMinutes(20));
      MeetingId meeting =
          world.meetings.schedule(elif, Plans.with(john, soon, 30).wish()).meeting().meetingId();
      var reminder = new NotifyMeeting(NotifyMeeting.Kind.REMINDER, null);
      var late = new NotifyMeeting(NotifyMeeting.Kind.RUNNING_LATE, 10);
      world.meetings.tell(elif, meeting, reminder);
      world.clock.advance(Duration.ofMinutes(21));
      world.bus.clear();

      assertThat(refusedToTell(world, elif, meeting, reminder)).isEqualTo(ErrorCode.STALE);
      assertThat(world.bus.to(john.userId())).isEmpty();
      world.meetings.tell(elif, meeting, late);
      world.clock.advance(Duration.ofMinutes(30));
      assertThat(refusedToTell(world, elif, meeting, late)).isEqualTo(ErrorCode.STALE);
    }
  }

  private static ErrorCode refusedToTell(
      World world, Identity who, MeetingId meeting, NotifyMeeting notice) {
    return refused(
            () -> {
              world.meetings.tell(who, meeting, notice);
              return meeting;
            })
        .code();
  }

  @ParameterizedTest
  @EnumSource
  void listsAreByTime(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity mert = world.colleague("mert");
      Identity john = world.applicant("john");
      for (int day = 4; day >= 0; day--) {
        Instant at = TUESDAY.plus(Duration.ofDays(day));
        world.meetings.schedule(day % 2 == 0 ? elif : mert, Plans.with(john, at, 30).wish());
      }
      var all = new MeetingList.Filter(null, null, null, false);
      var page = world.meetingList.list(elif, all, null, 3);
      assertThat(page.meetings())
          .hasSize(3)
          .isSortedAccordingTo((a, b) -> a.scheduledTime().compareTo(b.scheduledTime()));
      assertThat(world.meetingList.list(elif, all, page.next(), 3).meetings()).hasSize(2);
      var middle =
          new MeetingList.Filter(
              TUESDAY.plus(Duration.ofMinutes(29)), TUESDAY.plus(Duration.ofDays(2)), null, false);
      assertThat(world.meetingList.list(elif, middle, null, 10).meetings()).hasSize(2);
      var half = world.meetingList.list(elif, middle, null, 1);
      assertThat(world.meetingList.list(elif, middle, half.next(), 10).meetings())
          .singleElement()
          .satisfies(
              second ->
                  assertThat(second.scheduledTime()).isEqualTo(TUESDAY.plus(Duration.ofDays(1))));
      var merts = new MeetingList.Filter(null, null, mert.userId(), false);
      assertThat(world.meetingList.list(elif, merts, null, 10).meetings()).hasSize(2);
      assertThat(world.meetingList.ofApplicant(john, john.userId(), null, 10).meetings())
          .hasSize(5);
      assertThat(world.meetings.free(elif, Plans.with(john, TUESDAY, 30, mert).wish(), 3).slots())
          .containsExactly(
              TUESDAY.plus(Duration.ofMinutes(45)),
              TUESDAY.plus(Duration.ofMinutes(60)),
              TUESDAY.plus(Duration.ofMinutes(75)));
    }
  }
}
