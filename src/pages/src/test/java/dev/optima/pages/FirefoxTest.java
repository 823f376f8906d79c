package dev.optima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The applicant's ways through the page, in a real Firefox.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirefoxTest {

  private static final Path SCREENS = Path.of("target/screens");

  private Firefox firefox;
  private PageServer server;
  private ScriptedBackend backend;
  private FirefoxPage page;

  @BeforeAll
  void open() {
    firefox = Firefox.start();
    server = new PageServer();
  }

  @AfterAll
  void close() {
    if (firefox != null) {
      firefox.close();
      server.close();
    }
  }

  @BeforeEach
  void person() {
    backend = new ScriptedBackend(Story.JOHN, Role.APPLICANT);
    server.serve(backend);
    page = firefox.newPage();
    page.size(1440, 900);
  }

  @AfterEach
  void leave() {
    page.close();
    server.serve(null);
    assertThat(backend.broken).isEmpty();
    assertThat(page.errors).isEmpty();
  }

  private void home() {
    page.open(server.origin() + "/a");
    page.until("document.body?.dataset.connection === 'online'");
  }

  @Test
  void messagesGoBothWaysAndTheLanguageIsSwitched() {
    home();
    page.click("composer");
    page.type("Hello from Firefox, ğüşİ");
    page.type("Enter");
    assertThat(backend.await(ClientMessage.ChatSend.class, 1).getFirst().body())
        .isEqualTo("Hello from Firefox, ğüşİ");
    page.until("document.querySelector('[data-testid=message][data-status=sent]')");
    backend.say(
        new ServerMessage.ChatMessage(Story.text(2, Story.ELIF, "Hello John", Instant.now())));
    page.until(
        "[...document.querySelectorAll('[data-testid=message]')].some(m => m.textContent.includes('Hello John'))");

    page.click("language-tr");
    page.until("document.documentElement.lang === 'tr'");
    backend.await("PATCH /api/sessions/current");
    assertThat(page.ask("document.querySelector('#check-title').textContent").asText())
        .isEqualTo("Cihaz kontrolü");
    page.screenshot(SCREENS.resolve("firefox-home-1440-tr.png"));
  }

  @Test
  void camerasMicrophonesAndSpeakersAreTried() {
    home();
    page.click("check");
    page.until("document.querySelector('[data-testid=check-camera][data-state=ok]')");
    page.until("document.querySelector('[data-testid=check-microphone][data-state=ok]')");
    page.until("document.querySelector('.check-picture').videoWidth > 0");
    // Without a sound card Firefox lets no sound be measured or played; it is to say so.
    page.click("check-tone");
    page.until(
        "['ok', 'missing'].includes(document.querySelector('[data-testid=check-speaker]').dataset.state)"
            + " || (document.querySelector('[data-testid=check-heard-yes]').click(), false)");
    page.screenshot(SCREENS.resolve("firefox-check-1440-en.png"));
    page.click("check");
    page.until("document.querySelector('.check-picture').srcObject === null");
  }

  @Test
  void anInterviewIsAcceptedMovedAndRemindedOf() {
    Planned planned = Planned.in("m1", Duration.ofDays(3));
    backend.meetings.add(planned.meeting());
    backend.rest.put(
        "POST /api/meetings/m1/answer",
        asked ->
            new ScriptedBackend.Answer(
                200,
                String.valueOf(asked.postData()).contains("asked_to_move")
                    ? planned.answered(MeetingAnswer.ACCEPTED).asking(List.of()).meeting()
                    : planned.answered(MeetingAnswer.ACCEPTED).meeting()));
    home();
    page.until("document.querySelector('[data-testid=meeting][data-answer=invited]')");
    page.click("meeting-accept");
    page.until("document.querySelector('[data-testid=meeting][data-answer=accepted]')");

    page.click("meeting-move");
    page.until("document.activeElement?.dataset.testid === 'reply-time'");
    page.screenshot(SCREENS.resolve("firefox-meeting-1440-en.png"));
    page.click("reply-send");
    page.until("document.querySelector('[data-testid=meeting][data-answer=asked_to_move]')");
    page.seesNo("reply-move");

    backend.say(
        new ServerMessage.Reminder(
            planned.meeting().meetingId(),
            Story.ROOM,
            planned.start(),
            ReminderKind.DAY_BEFORE,
            planned.meeting(),
            null));
    page.sees("toast");
    page.click("toast-action");
    page.until("document.activeElement?.dataset.id === 'm1'");
  }

  @Test
  void aRingIsDeclined() {
    home();
    backend.say(Story.incoming(Story.ring("c1", 45)));
    page.sees("ring");
    page.until("document.activeElement?.dataset.testid === 'accept'");
    page.type("Escape");
    page.screenshot(SCREENS.resolve("firefox-ring-1440-en.png"));
    page.click("reject");
    backend.await(ClientMessage.VideoCallReject.class, 1);
    page.seesNo("ring");
    page.sees("notice");
  }

  @Test
  void aRingThatIsCancelledFallsSilentAndTheNarrowPageFits() {
    page.size(320, 640);
    home();
    CallSnapshot ring = Story.ring("c1", 45);
    backend.say(Story.incoming(ring));
    page.sees("ring");
    fits();
    backend.say(
        new ServerMessage.VideoCallEnded(
            Story.over(ring, CallState.CANCELLED, CallOutcome.CANCELLED, 0, Story.ELIF)));
    page.seesNo("ring");
    fits();
    page.screenshot(SCREENS.resolve("firefox-home-320-en.png"));
  }

  private void fits() {
    assertThat(
            page.ask("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                .asBoolean())
        .isTrue();
  }

  @Test
  void theWorkerIsThereAndTheShellIsShownWithoutConnection() {
    home();
    page.until("navigator.serviceWorker.ready.then(r => r.active !== null)");
    page.until("navigator.serviceWorker.controller !== null");
    backend.down = true;
    backend.cut();
    page.reload();
    page.until("document.body?.dataset.screen === 'offline_start'");
    backend.down = false;
    page.until("document.body.dataset.connection === 'online'");
    page.errors.clear(); // It says which requests found nobody.
  }
}
