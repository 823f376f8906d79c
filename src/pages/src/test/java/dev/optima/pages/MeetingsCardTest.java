package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.optima.pages.ScriptedBackend.Answer;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The planned interviews on the applicant's page.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingsCardTest {
  private Browsers browsers;
  private PageServer server;

  @BeforeAll
  void open() {
    browsers = Browsers.withDevices();
    server = new PageServer();
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
      server.close();
    }
  }

  private Visit visit() {
    return new Visit(
        browsers.browser(),
        server.origin(),
        new Browser.NewContextOptions().setTimezoneId("Europe/Istanbul"));
  }

  private static Locator meeting(Visit visit, String id) {
    return visit.page.locator("[data-testid=meeting][data-id=" + id + "]");
  }

  @Test
  void anInterviewIsShownByOnesOwnClockAndAnswered() {
    try (Visit visit = visit()) {
      Planned planned =
          Planned.in("m1", Duration.ofDays(3)).at(Instant.parse("2099-11-25T11:00:00Z"));
      visit.backend.meetings.add(planned.meeting());
      List<String> said = new ArrayList<>();
      visit.backend.rest.put(
          "POST /api/meetings/m1/answer",
          asked -> {
            said.add(asked.postData());
            return new Answer(200, planned.answered(MeetingAnswer.ACCEPTED).meeting());
          });
      visit.open();

      Locator card = meeting(visit, "m1");
      assertThat(card.getByTestId("meeting-when"))
          .hasText("Wednesday 14:00 – 14:30 · your time, Europe/Istanbul (GMT+3)");
      assertThat(card.getByTestId("meeting-there")).containsText("Wednesday 06:00 – 06:30");
      assertThat(card).containsText("With Elif Kaya and Mert Öztürk");
      assertThat(card.getByTestId("meeting-state")).hasText("Please answer");
      assertThat(card.getByTestId("meeting-join")).hasCount(0);
      assertThat(card.getByTestId("meeting-ics"))
          .hasAttribute("href", "/api/meetings/m1/calendar.ics");
      Access.isOpen(visit.page, "meetings");

      card.getByTestId("meeting-accept").click();
      assertThat(card.getByTestId("meeting-state")).hasText("Accepted");
      assertThat(card.getByTestId("meeting-accept")).hasCount(0);
      assertThat(said).singleElement().asString().contains("\"answer\":\"accepted\"");
    }
  }

  @Test
  void otherTimesAreProposed() {
    try (Visit visit = visit()) {
      Planned planned = Planned.in("m1", Duration.ofDays(3));
      Instant wish = Instant.parse("2099-01-05T09:30:00Z");
      visit.backend.meetings.add(planned.meeting());
      List<String> said = new ArrayList<>();
      visit.backend.rest.put(
          "POST /api/meetings/m1/answer",
          asked -> {
            said.add(asked.postData());
            return new Answer(200, planned.asking(List.of(wish)).meeting());
          });
      visit.open();

      Locator card = meeting(visit, "m1");
      card.getByTestId("meeting-move").click();
      assertThat(card.getByTestId("reply-time")).isFocused();
      Access.isOpen(visit.page, "other times");
      for (int i = 0; i < 4; i++) {
        card.getByTestId("reply-more").click();
      }
      assertThat(card.getByTestId("reply-time")).hasCount(5);
      assertThat(card.getByTestId("reply-more")).isHidden();
      card.getByTestId("reply-time").first().fill("2001-01-05T12:30");
      card.getByTestId("reply-send").click();
      assertThat(card.getByTestId("reply-time")).hasCount(5);
      card.getByTestId("reply-time").first().fill("2099-01-05T12:30");
      card.getByTestId("reply-note").fill("I travel that day");
      card.getByTestId("reply-send").click();

      assertThat(card.getByTestId("meeting-state")).hasText("Other time asked for");
      assertThat(card.getByTestId("meeting-proposed")).containsText("12:30");
      assertThat(card.getByTestId("reply-move")).hasCount(0);
      assertThat(said)
          .singleElement()
          .asString()
          .contains("asked_to_move", "2099-01-05T09:30:00.000Z", "I travel that day");
    }
  }

  @Test
  void aFormIsLeftWithEscapeAndAStaleOneIsAnsweredWithWhatIsNow() {
    try (Visit visit = visit()) {
      Planned planned = Planned.in("m1", Duration.ofDays(3));
      visit.backend.meetings.add(planned.meeting());
      visit.backend.rest.put(
          "POST /api/meetings/m1/cancel",
          asked ->
              new Answer(
                  409,
                  Map.of(
                      "code",
                      "stale",
                      "meeting",
                      planned.become(MeetingStatus.CANCELLED).because("Illness").meeting())));
      visit.open();

      Locator card = meeting(visit, "m1");
      card.getByTestId("meeting-cancel").click();
      visit.page.keyboard().press("Escape");
      assertThat(card.getByTestId("reply-cancel")).hasCount(0);
      assertThat(card.getByTestId("meeting-cancel")).isFocused();
      card.getByTestId("meeting-cancel").click();
      card.getByTestId("reply-send").click();
      assertThat(visit.by("meeting-problem")).containsText("changed meanwhile");
      assertThat(card.getByTestId("meeting-state")).hasText("Cancelled");
      assertThat(card).containsText("Illness");
    }
  }

  @Test
  void whatChangesIsSeenAtOnceAndAnOlderWordIsNothing() {
    try (Visit visit = visit().open()) {
      assertThat(visit.by("meetings-empty")).isVisible();
      Planned planned = Planned.in("m1", Duration.ofDays(1));
      visit.backend.say(ServerMessage.MeetingChanged.of(planned.meeting()));
      assertThat(meeting(visit, "m1")).isVisible();
      assertThat(visit.by("meetings-empty")).isHidden();
      Planned accepted = planned.answered(MeetingAnswer.ACCEPTED);
      visit.backend.say(ServerMessage.MeetingChanged.of(accepted.meeting()));
      visit.backend.say(ServerMessage.MeetingChanged.of(planned.meeting()));
      assertThat(meeting(visit, "m1").getByTestId("meeting-state")).hasText("Accepted");
      visit.backend.say(
          ServerMessage.MeetingChanged.of(accepted.become(MeetingStatus.COMPLETED).meeting()));
      assertThat(visit.by("meetings-past")).hasText("Past interviews (1)");
      assertThat(meeting(visit, "m1")).isHidden();
      visit.by("meetings-past").click();
      assertThat(meeting(visit, "m1").getByTestId("meeting-state")).hasText("Took place");
    }
  }

  @Test
  void allPagesOfALongListAreShown() {
    try (Visit visit = visit()) {
      visit.backend.rest.put(
          "GET /api/meetings/john",
          asked ->
              asked.url().contains("after=m1%20here")
                  ? new Answer(200, Map.of("meetings", List.of(inDays("m2", 2))))
                  : new Answer(
                      200, Map.of("meetings", List.of(inDays("m1", 1)), "next", "m1 here")));
      visit.open();

      assertThat(meeting(visit, "m1")).isVisible();
      assertThat(meeting(visit, "m2")).isVisible();
    }
  }

  private static Meeting inDays(String id, int days) {
    return Planned.in(id, Duration.ofDays(days)).meeting();
  }

  @Test
  void oneJoinsFromAQuarterOfAnHourBefore() {
    try (Visit visit = visit()) {
      Meeting near = Planned.in("m1", Duration.ofMinutes(10)).meeting();
      visit.backend.meetings.add(near);
      visit.backend.meetings.add(Planned.in("m2", Duration.ofMinutes(75)).meeting());
      visit.backend.rest.put(
          "POST /api/meetings/m1/join",
          asked -> new Answer(409, Map.of("code", "too_early", "status", 409)));
      visit.open();

      assertThat(meeting(visit, "m2").getByTestId("meeting-countdown"))
          .hasText("You can join in 1 h 0 min");
      assertThat(meeting(visit, "m2").getByTestId("meeting-join")).hasCount(0);
      meeting(visit, "m1").getByTestId("meeting-join").click();
      assertThat(meeting(visit, "m1").getByTestId("meeting-problem"))
          .hasText("You can join from 15 minutes before the start.");
      visit.backend.rest.put(
          "POST /api/meetings/m1/join",
          asked ->
              new Answer(
                  200,
                  Map.of(
                      "call_id",
                      "c1",
                      "provider",
                      "direct",
                      "join_url",
                      server.origin() + "/call/c1#ticket=oct_john")));
      meeting(visit, "m1").getByTestId("meeting-join").click();
      assertThat(visit.page.locator("iframe[src*='/call/c1']")).isVisible();
    }
  }

  @Test
  void whoHasToBeLetInWaitsAndComesIn() {
    try (Visit visit = visit()) {
      Planned planned = Planned.in("m1", Duration.ofMinutes(10));
      Planned waiting = planned.knocking();
      visit.backend.meetings.add(planned.meeting());
      List<String> left = new ArrayList<>();
      visit.backend.rest.put(
          "POST /api/meetings/m1/join",
          asked ->
              new Answer(
                  409, Map.of("code", "too_early", "status", 409, "meeting", waiting.meeting())));
      visit.backend.rest.put(
          "DELETE /api/meetings/m1/knock",
          asked -> {
            left.add("left");
            return new Answer(204, "");
          });
      visit.open();

      Locator card = meeting(visit, "m1");
      card.getByTestId("meeting-join").click();
      assertThat(card.getByTestId("meeting-waiting")).containsText("knows that you are here");
      assertThat(card.getByTestId("meeting-join")).hasCount(0);
      Access.isOpen(visit.page, "the waiting room");
      card.getByTestId("meeting-leave").click();
      assertThat(card.getByTestId("meeting-join")).isVisible();
      assertThat(left).hasSize(1);

      card.getByTestId("meeting-join").click();
      assertThat(card.getByTestId("meeting-waiting")).isVisible();
      visit.backend.rest.put(
          "POST /api/meetings/m1/join",
          asked ->
              new Answer(
                  200,
                  Map.of(
                      "call_id",
                      "c1",
                      "provider",
                      "direct",
                      "join_url",
                      server.origin() + "/call/c1#ticket=oct_john")));
      visit.backend.say(ServerMessage.MeetingChanged.of(waiting.admitting().meeting()));
      assertThat(visit.page.locator("iframe[src*='/call/c1']")).isVisible();
      assertThat(card.getByTestId("meeting-waiting")).hasCount(0);
    }
  }

  @Test
  void aReminderIsAMessageThatLeadsThere() {
    try (Visit visit = visit()) {
      Meeting meeting = Planned.in("m1", Duration.ofMinutes(15)).meeting();
      visit.backend.meetings.add(meeting);
      visit.open();
      visit.backend.say(
          new ServerMessage.Reminder(
              meeting.meetingId(),
              meeting.roomId(),
              meeting.scheduledTime(),
              ReminderKind.SOON,
              meeting,
              null));
      assertThat(visit.by("toast")).containsText("Soon: First interview");
      visit.by("toast-action").click();
      assertThat(meeting(visit, "m1")).isFocused();
    }
  }

  @Test
  void theThreadTellsWhatHappened() {
    try (Visit visit = visit()) {
      Meeting meeting = Planned.in("m1", Duration.ofDays(1)).meeting();
      visit.backend.meetings.add(meeting);
      visit.open();
      ChatEntry base = Story.text(1, Story.ELIF, "", Instant.now());
      visit.says(
          new ChatEntry(
              base.roomId(),
              new MessageId("m1"),
              1,
              base.senderId(),
              base.senderName(),
              ChatEntry.Kind.MEETING,
              "",
              base.sentAt(),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              new MeetingNews(
                  meeting.meetingId(),
                  MeetingNews.What.SCHEDULED,
                  meeting.title(),
                  meeting.scheduledTime(),
                  30,
                  null,
                  null,
                  null,
                  null,
                  null),
              null));
      assertThat(visit.by("meeting-entry")).containsText("Interview planned: “First interview”");
      visit.by("event-meeting").click();
      assertThat(meeting(visit, "m1")).isFocused();
      assertThat(
              visit.page.getByRole(
                  AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your interviews")))
          .isVisible();
    }
  }
}
