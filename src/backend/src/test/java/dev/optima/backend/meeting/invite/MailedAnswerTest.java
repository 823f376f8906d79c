package dev.optima.backend.meeting.invite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.mail.IncomingAnswer;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.MeetingHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an answer by mail does to a meeting.
class MailedAnswerTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void anAnswerCountsOnceHoweverOftenItsMailIsRead(Engine engine) {
    try (MailedWorld world = new MailedWorld(engine.open(folder), 1)) {
      Meeting meeting = world.plan(TUESDAY);
      MailedAnswers answers = world.answers();
      IncomingAnswer yes = Itip.reply(meeting, "ACCEPTED").at("20261122T090000Z").mail("<1@x>");

      assertThat(answers.take(yes)).isTrue();
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.ACCEPTED);
      assertThat(answers.take(Itip.reply(meeting, "DECLINED").mail("<2@x>"))).isTrue();
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.DECLINED);

      // Read again after a restart, by another node, from another folder.
      assertThat(world.answers().take(yes)).isTrue();
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.DECLINED);
      assertThat(acts(world, meeting)).containsExactly("scheduled", "answered", "answered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherTimeIsProposed(Engine engine) {
    try (MailedWorld world = new MailedWorld(engine.open(folder), 1)) {
      Meeting meeting = world.plan(TUESDAY);
      String counter =
          Itip.reply(meeting, "TENTATIVE")
              .method("COUNTER")
              .line("DTSTART;TZID=Europe/Istanbul:20261125T150000")
              .line("COMMENT:I am on a train\\, sorry")
              .mail("")
              .calendar();

      assertThat(world.answers().take(new IncomingAnswer("", counter))).isTrue();

      Meeting now = world.get(meeting);
      assertThat(now.answer()).isEqualTo(MeetingAnswer.ASKED_TO_MOVE);
      assertThat(now.proposals()).containsExactly(Instant.parse("2026-11-25T12:00:00Z"));
      assertThat(now.note()).isEqualTo("I am on a train, sorry");
      assertThat(now.scheduledTime()).isEqualTo(TUESDAY);
    }
  }

  @Test
  void aTimeThatIsPastIsNotProposedButTheWishIsHeard() {
    try (MailedWorld world = new MailedWorld(Engine.SQLITE.open(folder), 1)) {
      Meeting meeting = world.plan(TUESDAY);
      world
          .answers()
          .take(
              Itip.reply(meeting, "DECLINED")
                  .method("COUNTER")
                  .line("DTSTART:20260101T120000Z")
                  .mail("<1@x>"));
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.ASKED_TO_MOVE);
      assertThat(world.get(meeting).proposals()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerToAnEarlierStateIsNotedAndChangesNothing(Engine engine) {
    try (MailedWorld world = new MailedWorld(engine.open(folder), 1)) {
      Meeting first = world.plan(TUESDAY);
      Meeting moved = world.move(first, TUESDAY.plus(Duration.ofDays(1)));
      assertThat(moved.sequence()).isGreaterThan(first.sequence());

      assertThat(world.answers().take(Itip.reply(first, "DECLINED").mail("<1@x>"))).isTrue();

      assertThat(world.get(moved).answer()).isEqualTo(MeetingAnswer.INVITED);
      MeetingHistory.Entry last = history(world, moved).getLast();
      assertThat(last.act()).isEqualTo("answer_ignored");
      assertThat(last.byId()).isEqualTo(world.john.userId());
      assertThat(last.changes())
          .isEqualTo(Map.of("answer", "declined", "sequence", Long.toString(first.sequence())));

      assertThat(world.answers().take(Itip.reply(moved, "ACCEPTED").mail("<2@x>"))).isTrue();
      assertThat(world.get(moved).answer()).isEqualTo(MeetingAnswer.ACCEPTED);
    }
  }

  @Test
  void ofTwoAnswersTheLaterWrittenHolds() {
    try (MailedWorld world = new MailedWorld(Engine.SQLITE.open(folder), 1)) {
      Meeting meeting = world.plan(TUESDAY);
      world.until(Instant.parse("2026-11-22T12:00:00Z"));
      world.answers().take(Itip.reply(meeting, "ACCEPTED").at("20261122T110000Z").mail("<2@x>"));
      world.answers().take(Itip.reply(meeting, "DECLINED").at("20261122T100000Z").mail("<1@x>"));
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.ACCEPTED);
      // A clock that is ahead does not shut out what follows.
      world.answers().take(Itip.reply(meeting, "DECLINED").at("20361122T100000Z").mail("<3@x>"));
      world.answers().take(Itip.reply(meeting, "ACCEPTED").at("20261122T120000Z").mail("<4@x>"));
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.ACCEPTED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerOfThePageIsNotUndoneByAnOlderMail(Engine engine) {
    try (MailedWorld world = new MailedWorld(engine.open(folder), 1)) {
      Meeting meeting = world.plan(TUESDAY);
      world.until(Instant.parse("2026-11-22T12:00:00.300Z"));
      onThePage(world, meeting, MeetingAnswer.ACCEPTED);
      world.until(Instant.parse("2026-11-22T13:00:00Z"));

      assertThat(
              world
                  .answers()
                  .take(Itip.reply(meeting, "DECLINED").at("20261122T115959Z").mail("<1@x>")))
          .as("it is taken, and noted")
          .isTrue();
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.ACCEPTED);
      assertThat(acts(world, meeting)).endsWith("answered", "answer_ignored");
      world
          .answers()
          .take(
              Itip.reply(meeting, "DECLINED")
                  .method("COUNTER")
                  .line("DTSTART:20261125T120000Z")
                  .at("20261122T113000Z")
                  .mail("<2@x>"));
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.ACCEPTED);

      // Mails say whole seconds: one of the same second may be the newer one.
      world.answers().take(Itip.reply(meeting, "DECLINED").at("20261122T120000Z").mail("<3@x>"));
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.DECLINED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePageSaysItAgainAndThatCounts(Engine engine) {
    try (MailedWorld world = new MailedWorld(engine.open(folder), 1)) {
      Meeting meeting = world.plan(TUESDAY);
      world.until(Instant.parse("2026-11-22T10:00:00Z"));
      onThePage(world, meeting, MeetingAnswer.ACCEPTED);
      world.until(Instant.parse("2026-11-22T12:00:00Z"));
      onThePage(world, meeting, MeetingAnswer.ACCEPTED);
      world.answers().take(Itip.reply(meeting, "DECLINED").at("20261122T110000Z").mail("<1@x>"));
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.ACCEPTED);

      // What came late by mail is as old as it is, however late it came.
      world.until(Instant.parse("2026-11-22T14:00:00Z"));
      world.answers().take(Itip.reply(meeting, "DECLINED").at("20261122T123000Z").mail("<2@x>"));
      world.answers().take(Itip.reply(meeting, "ACCEPTED").at("20261122T130000Z").mail("<3@x>"));
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.ACCEPTED);
      assertThat(acts(world, meeting)).endsWith("answer_ignored", "answered", "answered");
    }
  }

  private static void onThePage(MailedWorld world, Meeting meeting, MeetingAnswer said) {
    world.meetings.answer(
        world.john, meeting.meetingId(), new AnswerMeeting(said, null, null, meeting.sequence()));
  }

  @Test
  void whoHasNotDecidedOrIsTooLateIsNoted() {
    try (MailedWorld world = new MailedWorld(Engine.SQLITE.open(folder), 1)) {
      Meeting meeting = world.plan(TUESDAY);
      assertThat(world.answers().take(Itip.reply(meeting, "TENTATIVE").mail("<1@x>"))).isTrue();
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.INVITED);
      Meeting over =
          world.meetings.cancel(
              world.elif, meeting.meetingId(), new CancelMeeting(null, false, null));
      assertThat(world.answers().take(Itip.reply(over, "ACCEPTED").mail("<2@x>"))).isTrue();
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.INVITED);
      assertThat(acts(world, meeting))
          .containsExactly("scheduled", "answer_ignored", "cancelled", "answer_ignored");
    }
  }

  @Test
  void whatIsNoAnswerOfTheApplicantIsLeftAlone() {
    try (MailedWorld world = new MailedWorld(Engine.SQLITE.open(folder), 1)) {
      Meeting meeting = world.plan(TUESDAY);
      MailedAnswers answers = world.answers();
      Itip yes = Itip.reply(meeting, "ACCEPTED");
      for (Itip other :
          List.of(
              yes.by("somebody@example.com"),
              yes.uid("unknown@optima"),
              yes.uid(meeting.meetingId() + "@elsewhere"),
              yes.method("REQUEST"),
              yes.method("CANCEL"),
              yes.sequence(meeting.sequence() + 1))) {
        assertThat(answers.take(other.mail("<1@x>"))).as(other.toString()).isFalse();
      }
      assertThat(world.get(meeting).answer()).isEqualTo(MeetingAnswer.INVITED);
      assertThat(acts(world, meeting)).containsExactly("scheduled");
      // Case does not matter in an address.
      assertThat(answers.take(yes.by("JOHN@Example.com").mail("<1@x>"))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:@optima\r\nEND:VEVENT\r\nEND:VCALENDAR"
      })
  void rubbishIsNoAnswer(String text) {
    assertThat(MailedAnswer.read(text, TUESDAY)).isEmpty();
  }

  private static List<String> acts(MailedWorld world, Meeting meeting) {
    return history(world, meeting).stream().map(MeetingHistory.Entry::act).toList();
  }

  private static List<MeetingHistory.Entry> history(MailedWorld world, Meeting meeting) {
    return world.meetings.history(world.elif, meeting.meetingId()).entries();
  }
}
