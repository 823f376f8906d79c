package dev.optima.console.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ErrorCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the calendar shows, and what it asks the backend for.
class ScheduleViewTest {
  private static final Instant MONDAY_TEN = SampleWeek.at(0, 10, 0);

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

  private static SampleMeeting john(String id) {
    return SampleMeeting.john(id, MONDAY_TEN);
  }

  private void show(String line, boolean now) {
    CheckBox box = (CheckBox) calendar.desk().await(Ids.SCHEDULE_CALENDAR + line);
    DeskRig.fx(
        () -> {
          box.setSelected(now);
          return true;
        });
  }

  @Test
  void showsByItselfWhatOthersChange() {
    calendar.open();
    calendar.hear(john("m1"));
    calendar.awaitAt("m1", MONDAY_TEN);
    calendar.hear(john("m1").at(SampleWeek.at(3, 16, 30)).version(2));
    calendar.awaitAt("m1", SampleWeek.at(3, 16, 30));
    calendar.hear(john("m1").at(SampleWeek.at(10, 9, 0)).version(3));
    calendar.awaitGone("m1");
    calendar.hear(john("m1").version(4));
    calendar.awaitAt("m1", MONDAY_TEN);
    calendar.hear(john("m1").version(5).status(MeetingStatus.CANCELLED));
    calendar.awaitGone("m1");
  }

  @Test
  void hidesWhatWasCalledOffUnlessOneWantsToSeeIt() {
    calendar.add(john("off").status(MeetingStatus.CANCELLED));
    calendar.add(SampleMeeting.john("on", SampleWeek.at(1, 10, 0)));
    calendar.open().await("on");
    calendar.awaitGone("off");
    show("CANCELLED", true);
    calendar.awaitStyle("off", "slot-cancelled");
    show("CANCELLED", false);
    calendar.awaitGone("off");
  }

  @Test
  void givesEachInterviewerAColourAndHidesWhomOneDoesNotWantToSee() {
    calendar.add(john("mine"));
    calendar.add(SampleMeeting.john("merts", SampleWeek.at(1, 10, 0)).by(Samples.MERT, "Mert"));
    calendar.add(
        SampleMeeting.john("selins", SampleWeek.at(2, 10, 0)).by(new UserId("selin"), "Selin"));
    calendar.add(SampleMeeting.john("both", SampleWeek.at(3, 10, 0)).with(Samples.MERT, "Mert"));
    calendar.open();
    calendar.awaitStyle("mine", "by0-entry");
    calendar.awaitStyle("both", "by0-entry");
    calendar.awaitStyle("merts", "by1-entry");
    calendar.awaitStyle("selins", "by2-entry");
    show("mert", false);
    calendar.awaitGone("merts");
    calendar.await("both");
    show("elif", false);
    calendar.awaitGone("mine");
    calendar.awaitGone("both");
    calendar.await("selins");
    show("mert", true);
    calendar.await("merts");
    calendar.awaitStyle("both", "by1-entry");
  }

  @Test
  void coloursByStateAndAnswer() {
    Map<String, SampleMeeting> meetings =
        Map.of(
            "plain", slot(0),
            "ok", slot(1).answer(MeetingAnswer.ACCEPTED),
            "warn", slot(2).asksFor("Later?"),
            "bad", slot(3).answer(MeetingAnswer.DECLINED),
            "accent", slot(4).status(MeetingStatus.IN_PROGRESS),
            "violet", slot(5).noShow(Absent.APPLICANT, MONDAY_TEN.plusSeconds(3600)));
    meetings.values().forEach(calendar::add);
    calendar.open();
    meetings.forEach(
        (tone, meeting) ->
            calendar.awaitStyle(meeting.build().meetingId().value(), "slot-" + tone));
  }

  private static SampleMeeting slot(int hour) {
    return SampleMeeting.john("s" + hour, MONDAY_TEN.plus(Duration.ofHours(hour)));
  }

  @Test
  void loadsOnlyTheDaysThatAreLookedAt() {
    calendar.add(john("here"));
    calendar.add(SampleMeeting.john("far", SampleWeek.at(60, 10, 0)));
    calendar.open().await("here");
    calendar.desk().press(Ids.SCHEDULE_NEXT);
    calendar.awaitGone("here");
    List<Map<String, String>> asked =
        calendar.desk().backend().requests().stream()
            .filter(it -> it.startsWith("GET /api/meetings?") && it.contains("cancelled=true"))
            .map(ScheduleViewTest::parameters)
            .toList();
    assertThat(asked).isNotEmpty();
    for (Map<String, String> one : asked) {
      Instant from = Instant.parse(one.getOrDefault("from", ""));
      Instant to = Instant.parse(one.getOrDefault("to", ""));
      assertThat(Duration.between(from, to)).isLessThanOrEqualTo(Duration.ofDays(21));
      assertThat(to).isBefore(SampleWeek.at(60, 0, 0));
    }
    calendar.desk().press(Ids.SCHEDULE_BACK);
    calendar.await("here");
  }

  private static Map<String, String> parameters(String request) {
    return Arrays.stream(request.substring(request.indexOf('?') + 1).split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @Test
  void showsTheClockOfTheChosenApplicantToo() {
    calendar.open();
    assertThat(names()).as("John is in Berlin").containsExactly("Berlin", "Istanbul");
    calendar.add(
        SampleMeeting.of("h", new UserId("hannah"), "Hannah Lee", MONDAY_TEN)
            .zone("America/New_York"));
    calendar.desk().press(Ids.NAV_APPLICANTS);
    calendar.desk().press(Ids.NAV_CALENDAR);
    calendar.desk().backend().socket().cut();
    calendar.await("h");
    calendar.robot().clickOn(calendar.await("h"));
    calendar.desk().await(Ids.CARD_EDIT);
    calendar.desk().press(Ids.CARD_CLOSE);
    assertThat(names()).containsExactly("New York", "Istanbul");
  }

  private List<String> names() {
    return DeskRig.fx(
        () ->
            calendar
                .all(".zone-name")
                .map(node -> ((Labeled) node).getText())
                .filter(text -> !text.isEmpty())
                .toList());
  }

  @Test
  void hasAWeekendOnlyWhenSomethingIsOnIt() {
    calendar.open();
    assertThat(days()).isEqualTo(5);
    calendar.hear(SampleMeeting.john("sat", SampleWeek.at(5, 11, 0)));
    calendar.await("sat");
    assertThat(days()).isEqualTo(7);
  }

  private long days() {
    return DeskRig.fx(() -> calendar.all(".weekday-view").count());
  }

  @Test
  void beginsWithTheWorkingHours() {
    calendar.open();
    assertThat(calendar.at(0, 8, 0).getY())
        .isBetween(calendar.at(0, 7, 0).getY(), top() + 2)
        .isGreaterThanOrEqualTo(top() - 2);
  }

  private double top() {
    return DeskRig.fx(
        () ->
            calendar
                .all(".week-view-scroll-pane")
                .findFirst()
                .orElseThrow()
                .localToScreen(0, 0)
                .getY());
  }

  @Test
  void saysWhyNothingIsThereAndTriesAgain() {
    String page = "GET /api/meetings";
    calendar.desk().backend().script(page, Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    calendar.add(john("m1"));
    calendar.open();
    calendar.desk().await(Ids.SCHEDULE_PROBLEM);
    calendar.desk().backend().unscript(page);
    calendar.desk().press(Ids.SCHEDULE_RETRY);
    calendar.await("m1");
    calendar.desk().awaitGone(Ids.SCHEDULE_PROBLEM);
  }

  @Test
  void writesTimesInTheMonthAsElsewhere() {
    Locale machines = Locale.getDefault();
    Locale.setDefault(Locale.US);
    try {
      calendar.add(SampleMeeting.john("m1", SampleWeek.at(0, 15, 0)));
      calendar.open().await("m1");
      calendar.desk().press(Ids.SCHEDULE_SPAN + CalendarSpan.MONTH);
      calendar.until(
          "the time is there",
          () ->
              calendar
                  .all(".default-style-entry-small-time-label")
                  .anyMatch(node -> ((Labeled) node).getText().equals("15:00")));
    } finally {
      Locale.setDefault(machines);
    }
  }

  @Test
  void isThereWithoutTheTeam() {
    calendar
        .desk()
        .backend()
        .script("GET /api/team", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    calendar.add(john("m1").by(Samples.MERT, "Mert Demir"));
    calendar.open().await("m1");
    calendar.desk().await(Ids.SCHEDULE_CALENDAR + "mert");
  }
}
