package dev.optima.console.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.look.Ids;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.MeetingConflict;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Meetings are moved, made longer and drawn anew with the mouse.
class ScheduleDragTest {
  private static final Instant MONDAY_TEN = SampleWeek.at(0, 10, 0);
  private static final Instant WEDNESDAY_TWO = SampleWeek.at(2, 14, 0);

  @TempDir Path home;

  private CalendarRig calendar;

  @BeforeEach
  void start() throws Exception {
    calendar = new CalendarRig(home);
  }

  @AfterEach
  void close() throws Exception {
    calendar.close();
  }

  private static SampleMeeting john() {
    return SampleMeeting.john("m1", MONDAY_TEN).minutes(60);
  }

  /// John's interview of Monday is let go on Wednesday.
  private void drawToWednesday() {
    calendar.add(john());
    calendar.open().await("m1");
    calendar.drag(calendar.at(0, 10, 15), calendar.at(2, 14, 15));
    calendar.desk().awaitText(Ids.MOVE_TITLE, "John Doe");
  }

  private long changes() {
    return calendar.asked("PUT /api/meetings/m1");
  }

  private ScheduleMeeting last() {
    return calendar.plans().getLast();
  }

  @Test
  void movesAndTellsTheApplicantAndTakesItBack() {
    drawToWednesday();
    calendar.desk().awaitText(Ids.MOVE_TEXT, "14:00 – 15:00");
    calendar.desk().awaitText(Ids.MOVE_TEXT, "12:00");
    assertThat(changes()).as("nothing is done before it is said").isZero();

    calendar.desk().press(Ids.MOVE_TELL);
    calendar.desk().awaitText(Ids.TOAST_TEXT, "John Doe");
    assertThat(calendar.stored("m1").scheduledTime()).isEqualTo(WEDNESDAY_TWO);
    assertThat(last().sendEmail()).isTrue();
    assertThat(last().version()).isEqualTo(1);

    calendar.desk().press(Ids.TOAST_STEP);
    calendar.awaitAt("m1", MONDAY_TEN);
    assertThat(calendar.stored("m1").scheduledTime()).isEqualTo(MONDAY_TEN);
    assertThat(last().sendEmail()).as("whoever was told is told again").isTrue();
  }

  @Test
  void movesWithoutTelling() {
    drawToWednesday();
    calendar.desk().press(Ids.MOVE_QUIETLY);
    calendar.desk().awaitText(Ids.TOAST_TEXT, "not told");
    assertThat(last().sendEmail()).isFalse();
    calendar.awaitAt("m1", WEDNESDAY_TWO);
  }

  @Test
  void staysWhereItIsIfOneThinksBetter() {
    drawToWednesday();
    calendar.awaitAt("m1", WEDNESDAY_TWO);
    calendar.desk().press(Ids.DIALOG_CANCEL);
    calendar.awaitAt("m1", MONDAY_TEN);
    assertThat(changes()).isZero();
  }

  @Test
  void becomesLonger() {
    calendar.add(john());
    calendar.open().await("m1");
    calendar.drag(calendar.at(0, 10, 59).add(0, -1), calendar.at(0, 12, 0));
    calendar.desk().awaitText(Ids.MOVE_TEXT, "10:00 – 12:00");
    calendar.desk().press(Ids.MOVE_TELL);
    calendar.desk().awaitText(Ids.TOAST_TEXT, "John Doe");
    assertThat(calendar.stored("m1").durationMinutes()).isEqualTo(120);
    assertThat(calendar.stored("m1").scheduledTime()).isEqualTo(MONDAY_TEN);
  }

  @Test
  void drawsANewOne() {
    calendar.open();
    calendar.drag(calendar.at(1, 13, 0).add(0, 3), calendar.at(1, 14, 30));
    TextField time = (TextField) calendar.desk().await(Ids.PLAN_TIME);
    assertThat(time.getText()).isEqualTo("13:00");
    assertThat(calendar.desk().text(Ids.SCHEDULE_TITLE)).contains("November");
    calendar.until(
        "the keyboard is where the applicant's name goes",
        () ->
            Ids.PLAN_APPLICANT.equals(calendar.desk().stage().getScene().getFocusOwner().getId()));
    calendar.robot().write("john");
    calendar.until("John is found", () -> calendar.asked("GET /api/applicants?limit=8") > 0);
    calendar.desk().press(Ids.DIALOG_CANCEL);
    assertThat(calendar.asked("POST /api/meetings/schedule")).isZero();
  }

  @Test
  void saysWhoHasNoTimeAndTakesTheNextFreeTimeOrAReason() {
    calendar
        .desk()
        .backend()
        .meetings()
        .checks(
            new MeetingCheck(
                List.of(
                    new MeetingConflict(
                        Samples.MERT,
                        "Mert Demir",
                        new MeetingId("other"),
                        SampleWeek.at(2, 13, 30),
                        SampleWeek.at(2, 14, 10),
                        false)),
                SampleWeek.at(2, 14, 15)));
    drawToWednesday();
    calendar.desk().awaitText(Ids.CLASH, "Mert Demir has another interview until 14:10");
    Node tell = calendar.desk().await(Ids.MOVE_TELL);
    assertThat(tell.isDisabled()).isTrue();
    var reached = new AtomicBoolean(); // until the backend says again that somebody has no time
    tell.focusedProperty().addListener((_, _, now) -> reached.compareAndSet(false, now));
    calendar.desk().press(Ids.CLASH_FREE);
    calendar.desk().awaitText(Ids.MOVE_TEXT, "14:15 – 15:15");
    calendar.until("the keyboard is at the answer", reached::get);
    calendar.desk().await(Ids.CLASH_REASON);
    calendar.robot().clickOn("#" + Ids.CLASH_REASON).write("The only time that John has");
    calendar.desk().press(Ids.MOVE_TELL);
    calendar.desk().awaitText(Ids.TOAST_TEXT, "John Doe");
    assertThat(last().overrideReason()).isEqualTo("The only time that John has");
    assertThat(last().scheduledTime()).isEqualTo(SampleWeek.at(2, 14, 15));
  }

  @Test
  void showsWhatAColleagueMadeOfItMeanwhile() {
    drawToWednesday();
    Instant friday = SampleWeek.at(4, 9, 0);
    calendar.add(john().at(friday).version(2));
    calendar.desk().press(Ids.MOVE_TELL);
    calendar.desk().awaitText(Ids.TOAST_TEXT, "changed by a colleague");
    calendar.awaitAt("m1", friday);
    assertThat(calendar.stored("m1").version()).isEqualTo(2);
  }

  @Test
  void saysThatTheBackendIsNotThereAndAsksOn() {
    drawToWednesday();
    String change = "PUT /api/meetings/m1";
    calendar.desk().backend().script(change, Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    calendar.desk().press(Ids.MOVE_TELL);
    calendar.desk().await(Ids.MOVE_PROBLEM);
    calendar.desk().backend().unscript(change);
    calendar.desk().press(Ids.MOVE_TELL);
    calendar.desk().awaitText(Ids.TOAST_TEXT, "John Doe");
    assertThat(calendar.stored("m1").scheduledTime()).isEqualTo(WEDNESDAY_TWO);
  }

  @Test
  void leavesWhatIsOverWhereItWas() {
    calendar.add(john().status(MeetingStatus.COMPLETED));
    calendar.open().await("m1");
    calendar.drag(calendar.at(0, 10, 15), calendar.at(2, 14, 15));
    calendar.awaitAt("m1", MONDAY_TEN);
    assertThat(calendar.desk().isShown(Ids.MOVE_TITLE)).isFalse();
  }
}
