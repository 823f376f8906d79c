package dev.optima.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDay;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.CloseMeeting.Outcome;
import dev.optima.protocol.rest.NotifyMeeting;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page that begins the day, on a whole desk.
class TodayViewTest {
  @TempDir Path home;

  private DeskRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    new SampleDesk(rig.backend(), rig.now()).fill();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void show() {
    rig.show(Samples.elif(), 1440, 900);
    rig.press(Ids.NAV_TODAY);
    rig.await(Ids.TODAY);
  }

  private Meeting add(SampleMeeting meeting) {
    return rig.backend().meetings().add(meeting.build());
  }

  private SampleMeeting john(String id, long minutes) {
    return SampleMeeting.john(id, rig.now().plus(Duration.ofMinutes(minutes)));
  }

  @Test
  void countsDownAndOpensTheWayInFifteenMinutesBefore() {
    add(john("m1", 17));
    show();
    rig.awaitText(Ids.TODAY_COUNTDOWN, "in 17 min");
    assertThat(rig.await(Ids.TODAY_JOIN).isDisabled()).isTrue();
    rig.await(Ids.TODAY_OPENS);
    rig.skip(Duration.ofMinutes(3));
    rig.until("one may join", () -> !rig.stage().getScene().lookup("#todayJoin").isDisabled());
    rig.awaitText(Ids.TODAY_COUNTDOWN, "in 14 min");
  }

  @Test
  void joinsTheRoomAtOnePress() {
    add(john("m1", 5));
    rig.backend()
        .add(
            Samples.call(
                "call-m1",
                Samples.JOHN,
                "John Doe",
                Samples.ELIF,
                "Elif Kaya",
                CallState.CONNECTING,
                1,
                rig.now()));
    show();
    rig.awaitText(Ids.TODAY_COUNTDOWN, "in 5 min");
    rig.press(Ids.TODAY_JOIN);
    rig.await(Ids.CALL_VIEW);
    assertThat(rig.backend().requests()).contains("POST /api/meetings/m1/join");
  }

  @Test
  void saysWhyOneDoesNotGetIn() {
    add(john("m1", 5));
    rig.backend()
        .script("POST /api/meetings/m1/join", Answer.problem(409, ErrorCode.TOO_EARLY, null));
    show();
    rig.awaitText(Ids.TODAY_COUNTDOWN, "in 5 min");
    rig.press(Ids.TODAY_JOIN);
    rig.awaitText(Ids.TOAST_TEXT, "not open yet");
  }

  @Test
  void tellsTheApplicantThatOneIsLate() {
    add(john("m1", 1));
    show();
    choose(Ids.TODAY_LATE, 1);
    rig.awaitText(Ids.TOAST_TEXT, "10 min late");
    assertThat(rig.backend().meetings().said())
        .contains(new NotifyMeeting(NotifyMeeting.Kind.RUNNING_LATE, 10));
  }

  @Test
  void asksWhatToDoAndTakesANoShowBack() {
    add(john("m1", -12).overdue(Overdue.ASKED));
    show();
    rig.await(Ids.TODAY_QUESTION + "m1");
    rig.awaitText(Ids.NAV_ASKS, "1");
    choose(Ids.TODAY_NO_SHOW, Absent.APPLICANT.ordinal());
    rig.awaitGone(Ids.TODAY_QUESTION + "m1");
    assertThat(rig.backend().meetings().said())
        .contains(new CloseMeeting(Outcome.NO_SHOW, Absent.APPLICANT, 1L));
    rig.press(Ids.TOAST_STEP);
    rig.until(
        "it is open again",
        () -> rig.backend().meetings().get(new MeetingId("m1")).status() == MeetingStatus.OPEN);
    assertThat(rig.backend().meetings().said()).contains(new CloseMeeting(Outcome.UNDO, null, 2L));
  }

  @Test
  void aQuestionRestsWhileOneWaits() {
    add(john("m1", -12).overdue(Overdue.ASKED));
    show();
    rig.press(Ids.TODAY_WAIT);
    rig.awaitGone(Ids.TODAY_QUESTION + "m1");
    rig.await(Ids.TODAY_JOIN);
    rig.skip(TodayViewModel.WAIT.plusSeconds(1));
    rig.await(Ids.TODAY_QUESTION + "m1");
  }

  @Test
  void showsWhatColleaguesAndTheApplicantChange() {
    Meeting meeting = add(john("m1", 60));
    show();
    rig.await(Ids.TODAY_SHOW + "m1");
    say(ServerMessage.MeetingChanged.of(john("m1", 60).version(2).asksFor("Later?").build()));
    rig.await(Ids.TODAY_OTHER_TIME);
    say(
        ServerMessage.MeetingChanged.of(
            john("m1", 60).version(3).status(MeetingStatus.CANCELLED).build()));
    rig.await(Ids.TODAY_EMPTY);
    assertThat(meeting.version()).isEqualTo(1);
  }

  @Test
  void remindsShortlyBefore() {
    Meeting meeting = add(john("m1", 15));
    rig.show(Samples.elif(), 1440, 900);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
    say(reminder(meeting, ReminderKind.SOON));
    rig.awaitText(Ids.TOAST_TEXT, "Interview with John Doe in 15 minutes");
    rig.press(Ids.TOAST_STEP);
    rig.await(Ids.TODAY_JOIN);
  }

  @Test
  void remindsNobodyWhoIsNotToBeDisturbed() {
    rig.settings()
        .change(
            known ->
                known.withAlerts(
                    known.alerts().withSilentUntil(rig.now().plus(Duration.ofHours(1)))));
    Meeting meeting = add(john("m1", 15));
    rig.show(Samples.elif(), 1440, 900);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
    say(reminder(meeting, ReminderKind.SOON));
    rig.press(Ids.NAV_TODAY);
    rig.awaitText(Ids.TODAY_COUNTDOWN, "in 15 min");
    assertThat(rig.isShown(Ids.TOAST)).isFalse();
  }

  @Test
  void letsInWhoWaits() {
    add(john("m1", 5));
    rig.show(Samples.elif(), 1440, 900);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
    Meeting waiting =
        rig.backend().meetings().add(john("m1", 5).version(2).knocking(rig.now()).build());
    say(ServerMessage.MeetingChanged.of(waiting));
    rig.await(Ids.KNOCK_BAR + "m1");
    rig.awaitText(Ids.TOAST_TEXT, "John Doe is waiting to be let in");
    rig.press(Ids.KNOCK_ADMIT + "m1");
    rig.awaitGone(Ids.KNOCK_BAR + "m1");
    rig.until(
        "the way in is asked for",
        () -> rig.backend().requests().contains("POST /api/meetings/m1/join"));
    assertThat(rig.backend().requests()).contains("POST /api/meetings/m1/admit");
  }

  @Test
  void saysThatEverybodySaidYesOnlyIfSomebodyDid() {
    show();
    rig.await(Ids.TODAY_EMPTY);
    assertThat(rig.isShown(Ids.TODAY_WAITING)).isFalse();
    say(
        ServerMessage.MeetingChanged.of(
            john("m1", 60).version(2).answer(MeetingAnswer.ACCEPTED).build()));
    rig.await(Ids.TODAY_WAITING);
  }

  @Test
  void saysWhyNothingIsThereAndTriesAgain() {
    rig.backend().script("GET /api/meetings", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    show();
    rig.await(Ids.TODAY_RETRY);
    add(john("m1", 60));
    rig.backend().unscript("GET /api/meetings");
    rig.press(Ids.TODAY_RETRY);
    rig.awaitText(Ids.TODAY_COUNTDOWN, "in 1 h");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void drawsTheDay(Language language) throws Exception {
    rig.speak(language);
    show();
    rig.await(Ids.TODAY_EMPTY);
    Shots.shoot(rig, language, "today-empty");
    new SampleDay(rig.backend(), rig.now()).fill();
    rig.backend().socket().cut();
    rig.await(Ids.TODAY_QUESTION + "late");
    say(
        ServerMessage.MeetingChanged.of(
            john("next", 12).title("First interview").version(9).knocking(rig.now()).build()));
    rig.await(Ids.KNOCK_BAR + "next");
    Shots.shoot(rig, language, "today");
    look(true);
    Shots.shoot(rig, language, "today-dark");
    rig.show(Samples.elif(), 900, 600);
    rig.press(Ids.NAV_TODAY);
    rig.await(Ids.TODAY_QUESTION + "late");
    Shots.shoot(rig, language, "today-narrow");
    look(false);
  }

  private static void look(boolean dark) {
    DeskRig.fx(
        () -> {
          Styles.look(dark);
          return true;
        });
  }

  private void say(ServerMessage message) {
    rig.backend().socket().say(message);
  }

  private static ServerMessage reminder(Meeting meeting, ReminderKind kind) {
    return new ServerMessage.Reminder(
        meeting.meetingId(), meeting.roomId(), meeting.scheduledTime(), kind, meeting, null);
  }

  private void choose(String menu, int item) {
    MenuButton button = (MenuButton) rig.await(menu);
    DeskRig.fx(
        () -> {
          MenuItem chosen = button.getItems().get(item);
          chosen.fire();
          return true;
        });
  }
}
