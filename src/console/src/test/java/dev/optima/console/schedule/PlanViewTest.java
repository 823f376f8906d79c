package dev.optima.console.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.MeetingConflict;
import dev.optima.protocol.rest.Providers;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The form of an interview.
class PlanViewTest {
  private static final String SCHEDULE = "POST /api/meetings/schedule";

  @TempDir Path home;

  private CalendarRig calendar;
  private DeskRig desk;

  @BeforeEach
  void start() throws Exception {
    calendar = new CalendarRig(home);
    desk = calendar.desk();
  }

  @AfterEach
  void close() throws Exception {
    calendar.close();
  }

  /// The form for an interview with John on Wednesday at two.
  private void planJohn() {
    calendar.open();
    desk.press(Ids.SCHEDULE_NEW);
    desk.await(Ids.PLAN_SAVE);
    choose("john", "John Doe");
    DatePicker date = (DatePicker) desk.await(Ids.PLAN_DATE);
    fx(() -> date.setValue(SampleWeek.MONDAY.plusDays(2)));
    type(Ids.PLAN_TIME, "14:00");
  }

  private void choose(String typed, String name) {
    calendar.robot().clickOn("#" + Ids.PLAN_APPLICANT).write(typed);
    calendar.until(
        name + " is offered", () -> calendar.robot().lookup(hasText(name)).tryQuery().isPresent());
    calendar.robot().type(KeyCode.DOWN, KeyCode.ENTER);
    calendar.until(name + " is chosen", () -> input(Ids.PLAN_APPLICANT).startsWith(name));
  }

  private static Predicate<Node> hasText(String part) {
    return node ->
        node instanceof Labeled words
            && words.getText() != null
            && words.getText().startsWith(part + " ·")
            && words.getStyleClass().contains("label");
  }

  private void type(String id, String text) {
    TextInputControl field = (TextInputControl) desk.await(id);
    fx(() -> field.setText(text));
  }

  private String input(String id) {
    return desk.await(id) instanceof TextInputControl field ? field.getText() : "";
  }

  private static void fx(Runnable work) {
    DeskRig.fx(
        () -> {
          work.run();
          return true;
        });
  }

  private ScheduleMeeting last() {
    return calendar.plans().getLast();
  }

  @Test
  void isFilledInByTheKeyboardAlone() {
    calendar.open();
    calendar.robot().push(KeyCode.CONTROL, KeyCode.I);
    desk.await(Ids.PLAN_SAVE);
    calendar.robot().write("john");
    calendar.until(
        "John is offered",
        () -> calendar.robot().lookup(hasText("John Doe")).tryQuery().isPresent());
    calendar.robot().type(KeyCode.DOWN, KeyCode.ENTER);
    calendar.until("John is chosen", () -> input(Ids.PLAN_APPLICANT).startsWith("John Doe"));
    calendar.robot().type(KeyCode.TAB);
    calendar.robot().push(KeyCode.CONTROL, KeyCode.A).write("Second interview");
    calendar.robot().type(KeyCode.TAB);
    calendar.robot().push(KeyCode.CONTROL, KeyCode.A).write("25.11.2026");
    calendar.robot().type(KeyCode.TAB).write("930").type(KeyCode.UP);
    desk.awaitText(Ids.PLAN_HINT, "07:45");
    calendar.robot().type(KeyCode.TAB).type(KeyCode.DOWN);
    calendar.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
    desk.awaitText(Ids.TOAST_TEXT, "is planned");
    assertThat(last().title()).isEqualTo("Second interview");
    assertThat(last().scheduledTime()).isEqualTo(SampleWeek.at(2, 9, 45));
    assertThat(last().durationMinutes()).isEqualTo(45);
    assertThat(last().timeZone()).isEqualTo("Europe/Istanbul");
    calendar.awaitAt("m-" + last().key(), SampleWeek.at(2, 9, 45));
  }

  @Test
  void showsTheApplicantsOwnTimeAndThatAllAreFree() {
    planJohn();
    desk.awaitText(Ids.PLAN_HINT, "12:00 for John Doe (Berlin)");
    desk.awaitText(Ids.PLAN_HINT, "free for everyone");
    type(Ids.PLAN_TIME, "1630");
    desk.awaitText(Ids.PLAN_HINT, "14:30 for John Doe");
  }

  @Test
  void saysThatItIsNightThere() throws Exception {
    desk.backend()
        .meetings()
        .checks(new MeetingCheck(clash().conflicts(), SampleWeek.at(2, 21, 45)));
    planJohn();
    desk.awaitText(Ids.CLASH_FREE, "21:45 (outside 08:00–20:00 there)");
    assertThat(desk.isShown(Ids.PLAN_NIGHT)).as("noon in Berlin").isFalse();
    type(Ids.PLAN_TIME, "06:30");
    desk.awaitText(Ids.PLAN_NIGHT, "outside 08:00–20:00 where John Doe is");
    Shots.shoot(desk, Language.EN, "plan-night");
    type(Ids.PLAN_TIME, "10:00");
    desk.awaitGone(Ids.PLAN_NIGHT);
    type(Ids.PLAN_TIME, "21:45");
    desk.awaitText(Ids.PLAN_NIGHT, "outside");
    type(Ids.PLAN_TIME, "21:30");
    desk.awaitGone(Ids.PLAN_NIGHT);
  }

  @Test
  void offersTheNextFreeTime() {
    desk.backend().meetings().checks(clash());
    planJohn();
    desk.awaitText(Ids.CLASH, "Mert Demir has another interview until 14:10");
    desk.press(Ids.PLAN_SAVE);
    desk.awaitText(Ids.PLAN_PROBLEM, "");
    assertThat(calendar.asked(SCHEDULE)).as("not without a reason").isZero();
    desk.backend().meetings().checks(new MeetingCheck(List.of(), null));
    desk.press(Ids.CLASH_FREE);
    calendar.until("the time is the free one", () -> input(Ids.PLAN_TIME).equals("14:15"));
    desk.awaitText(Ids.PLAN_HINT, "free for everyone");
    desk.awaitGone(Ids.CLASH);
    desk.press(Ids.PLAN_SAVE);
    desk.awaitText(Ids.TOAST_TEXT, "is planned");
    assertThat(last().scheduledTime()).isEqualTo(SampleWeek.at(2, 14, 15));
    assertThat(last().overrideReason()).isNull();
  }

  @Test
  void standsBesideAnotherForAReason() {
    desk.backend().meetings().checks(clash());
    planJohn();
    desk.await(Ids.CLASH);
    type(Ids.CLASH_REASON, "Mert leaves early");
    desk.press(Ids.PLAN_SAVE);
    desk.awaitText(Ids.TOAST_TEXT, "is planned");
    assertThat(last().overrideReason()).isEqualTo("Mert leaves early");
  }

  private static MeetingCheck clash() {
    return new MeetingCheck(
        List.of(
            new MeetingConflict(
                Samples.MERT,
                "Mert Demir",
                new MeetingId("other"),
                SampleWeek.at(2, 13, 30),
                SampleWeek.at(2, 14, 10),
                false)),
        SampleWeek.at(2, 14, 15));
  }

  @Test
  void isOneInterviewHoweverOftenItIsTried() {
    desk.backend().script(SCHEDULE, Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    planJohn();
    desk.press(Ids.PLAN_SAVE);
    desk.await(Ids.PLAN_PROBLEM);
    desk.backend().unscript(SCHEDULE);
    String key = last().key();
    desk.press(Ids.PLAN_SAVE);
    desk.awaitText(Ids.TOAST_TEXT, "is planned");
    assertThat(last().key()).isEqualTo(key).isNotNull();
    desk.press(Ids.TOAST_STEP);
    calendar.awaitGone("m-" + key);
  }

  @Test
  void asksColleaguesToIt() {
    planJohn();
    MenuButton add = (MenuButton) desk.await(Ids.PLAN_ADD);
    calendar.until("the team is known", () -> add.getItems().size() == 2);
    fx(() -> add.getItems().getFirst().fire());
    desk.press(Ids.PLAN_REMOVE + "elif");
    desk.press(Ids.PLAN_SAVE);
    desk.awaitText(Ids.TOAST_TEXT, "is planned");
    assertThat(last().interviewerIds()).containsExactly(new UserId("mert"));
  }

  @Test
  void saysWhatIsMissing() {
    calendar.open();
    desk.press(Ids.SCHEDULE_NEW);
    desk.press(Ids.PLAN_SAVE);
    desk.awaitText(Ids.PLAN_PROBLEM, "applicant");
    choose("john", "John Doe");
    type(Ids.PLAN_TIME, "25:00");
    desk.press(Ids.PLAN_SAVE);
    desk.awaitText(Ids.PLAN_PROBLEM, "time");
    DatePicker date = (DatePicker) desk.await(Ids.PLAN_DATE);
    fx(() -> date.setValue(SampleWeek.MONDAY.minusDays(7)));
    type(Ids.PLAN_TIME, "10:00");
    desk.press(Ids.PLAN_SAVE);
    desk.awaitText(Ids.PLAN_PROBLEM, "past");
    assertThat(calendar.asked(SCHEDULE)).isZero();
  }

  @Test
  void takesOverWhatAColleagueChangedMeanwhile() {
    Instant monday = SampleWeek.at(0, 10, 0);
    calendar.add(SampleMeeting.john("m1", monday));
    calendar.open();
    calendar.robot().clickOn(calendar.await("m1"));
    desk.press(Ids.CARD_EDIT);
    calendar.add(SampleMeeting.john("m1", monday).version(2));
    desk.press(Ids.PLAN_SAVE);
    desk.awaitText(Ids.PLAN_PROBLEM, "meanwhile");
    desk.press(Ids.PLAN_SAVE);
    desk.awaitText(Ids.TOAST_TEXT, "John Doe");
    assertThat(last().version()).isEqualTo(2);
  }

  @Test
  void showsTheMailAndComesBackToTheForm() {
    planJohn();
    desk.press(Ids.PLAN_PREVIEW);
    desk.await(Ids.PLAN_MAIL);
    desk.press(Ids.DIALOG_CANCEL);
    desk.await(Ids.PLAN_SAVE);
    assertThat(input(Ids.PLAN_TIME)).isEqualTo("14:00");
    desk.backend()
        .script("POST /api/meetings/preview", Answer.problem(409, ErrorCode.MAIL_OFF, null));
    desk.press(Ids.PLAN_PREVIEW);
    desk.await(Ids.PLAN_MAIL_PROBLEM);
  }

  @Test
  void offersWhatMayCarryTheCallWhereThereIsAChoice() throws Exception {
    desk.backend()
        .script(
            "GET /api/providers",
            Answer.json(
                new Providers(
                    "jitsi",
                    true,
                    List.of(
                        new Providers.Provider("direct", null),
                        new Providers.Provider("jitsi", "meet.kuzey.example")))));
    planJohn();
    ProviderField field = (ProviderField) desk.await(Ids.PLAN_VIDEO);
    desk.until("the choice", () -> field.getItems().size() == 3);
    assertThat(field.getConverter().toString(field.getValue())).isEqualTo("Standard (Jitsi Meet)");
    fx(() -> field.setValue("direct"));
    desk.press(Ids.PLAN_SAVE);
    desk.awaitGone(Ids.PLAN_SAVE);
    assertThat(desk.backend().meetings().said())
        .anyMatch(said -> said instanceof ScheduleMeeting plan && "direct".equals(plan.provider()));
  }

  @Test
  void asksNothingWhereThereIsNoChoice() throws Exception {
    planJohn();
    assertThat(desk.isShown(Ids.PLAN_VIDEO)).isFalse();
  }
}
