package dev.optima.console.schedule;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.MeetingConflict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws the calendar in all its forms, to `target/screens/<language>-calendar-*.png`.
class ScheduleScreensTest {
  @TempDir Path home;

  @SuppressWarnings("NullAway.Init") // The test opens it first.
  private DeskRig rig;

  private Language language = Language.EN;

  @ParameterizedTest
  @EnumSource(Language.class)
  void drawsTheCalendar(Language spoken) throws Exception {
    language = spoken;
    rig = DeskRig.of(Samples.elif(), home, language);
    try (DeskRig open = rig) {
      new SampleDesk(open.backend(), open.now()).fill();
      new SampleWeek(open.backend()).fill();
      open.show(Samples.elif(), 1440, 900);
      size(1440, 900);
      open.awaitText(Ids.ROOM_NAME, "John Doe");
      open.press(Ids.NAV_CALENDAR);
      open.press(Ids.SCHEDULE_NEXT);
      open.until(
          "the meetings are there",
          () -> open.stage().getScene().getRoot().lookup(".slot-ok") != null);
      shoot("week");
      spans();
      dialogs();
      dark(true);
      shoot("week-dark");
      open.press(Ids.SCHEDULE_SPAN + CalendarSpan.MONTH);
      shoot("month-dark");
      open.press(Ids.SCHEDULE_SPAN + CalendarSpan.WEEK);
      dark(false);
      size(900, 600);
      shoot("narrow");
      plan();
      shoot("plan-narrow");
      open.press(Ids.DIALOG_CANCEL);
      open.backend().meetings().checks(clash());
      change();
      open.await(Ids.CLASH);
      open.press(Ids.PLAN_SAVE);
      shoot("clash-narrow");
      size(1440, 900);
    }
  }

  private void spans() throws Exception {
    rig.press(Ids.SCHEDULE_SPAN + CalendarSpan.DAY);
    shoot("day");
    rig.press(Ids.SCHEDULE_SPAN + CalendarSpan.MONTH);
    shoot("month");
    rig.press(Ids.SCHEDULE_SPAN + CalendarSpan.AGENDA);
    shoot("agenda");
    rig.press(Ids.SCHEDULE_SPAN + CalendarSpan.WEEK);
  }

  private void dialogs() throws Exception {
    plan();
    TextField applicant = (TextField) rig.await(Ids.PLAN_APPLICANT);
    fx(applicant::requestFocus);
    fx(() -> applicant.setText("John"));
    shoot("plan-search");
    rig.backend().meetings().checks(new MeetingCheck(List.of(), null));
    rig.press(Ids.DIALOG_CANCEL);
    Meeting emre = rig.backend().meetings().get(new MeetingId("emre"));
    fx(() -> view().open(emre));
    shoot("card");
    rig.press(Ids.CARD_CANCEL);
    shoot("call-off");
    rig.press(Ids.DIALOG_CANCEL);
    rig.press(Ids.CARD_PROPOSAL + 0);
    shoot("change");
    rig.press(Ids.PLAN_PREVIEW);
    rig.await(Ids.PLAN_MAIL);
    shoot("mail");
    rig.press(Ids.DIALOG_CANCEL);
    rig.press(Ids.DIALOG_CANCEL);
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
                false),
            new MeetingConflict(
                Samples.ELIF,
                "Elif Kaya",
                new MeetingId("third"),
                SampleWeek.at(2, 13, 30),
                SampleWeek.at(2, 14, 20),
                false)),
        SampleWeek.at(4, 14, 15));
  }

  private void change() {
    Meeting emre = rig.backend().meetings().get(new MeetingId("emre"));
    fx(() -> view().open(emre));
    rig.press(Ids.CARD_PROPOSAL + 0);
    rig.await(Ids.PLAN_SAVE);
  }

  private ScheduleView view() {
    return (ScheduleView) rig.stage().getScene().lookup("#" + Ids.SCHEDULE);
  }

  private void plan() {
    rig.press(Ids.SCHEDULE_NEW);
    rig.await(Ids.PLAN_SAVE);
  }

  private void dark(boolean now) {
    fx(() -> Styles.look(now));
  }

  private void size(double width, double height) {
    fx(
        () -> {
          rig.stage().setWidth(width);
          rig.stage().setHeight(height);
        });
  }

  private static void fx(Runnable work) {
    DeskRig.fx(
        () -> {
          work.run();
          return true;
        });
  }

  private void shoot(String name) throws Exception {
    rig.skip(Duration.ofMillis(300));
    Shots.shoot(rig, language, "calendar-" + name);
  }
}
