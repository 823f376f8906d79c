package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What becomes of the chat when the line goes: nothing missing, doubled or out of order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatResumeTest {

  private Browsers browsers;
  private PageServer server;
  private Visit john;

  @BeforeAll
  void open() {
    browsers = Browsers.withoutDevices();
    server = new PageServer();
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
      server.close();
    }
  }

  @BeforeEach
  void arrive() {
    john = new Visit(browsers.browser(), server.origin());
    Instant start = Instant.now().minusSeconds(600);
    for (long seq = 1; seq <= 5; seq++) {
      john.room.entries.add(Story.text(seq, Story.ELIF, "line " + seq, start.plusSeconds(seq)));
    }
    john.room.ownRead = 5;
  }

  @AfterEach
  void leave() {
    john.close();
  }

  @Test
  void whatChangedMeanwhileIsCaughtUpWith() {
    john.open();
    assertThat(john.message(5)).isVisible();
    john.offline();
    john.room.changed(2, entry -> Story.edited(entry, "line 2, better"));
    john.room.changed(3, Story::deleted);
    john.room.reacted(4, Story.ELIF, "🎉", false);
    john.room.read = 3;
    john.back();

    assertThat(john.message(2)).containsText("line 2, better");
    assertThat(john.message(3)).hasAttribute("data-deleted", "true");
    assertThat(john.message(4).locator("[data-testid=reaction]")).hasCount(1);
    assertThat(john.by("message")).hasCount(5);
  }

  @Test
  void aChangeThatDidNotArriveIsAskedForWhenTheNextOneShowsTheGap() {
    john.open();
    john.room.changed(1, entry -> Story.edited(entry, "line 1, better"));
    john.backend.say(john.room.reacted(2, Story.ELIF, "👍", false));
    assertThat(john.message(2).locator("[data-testid=reaction]")).hasCount(1);
    assertThat(john.message(1)).containsText("line 1, better");
  }

  @Test
  void whatIsChangedOfflineShowsAtOnceAndIsCarriedOutOnce() {
    john.open();
    john.write("at 14:00");
    assertThat(john.page.locator("[data-seq='6'][data-status=sent]")).isVisible();
    john.offline();
    john.by("composer").press("ArrowUp");
    john.write("at 15:00");
    assertThat(john.message(6)).containsText("at 15:00");
    assertThat(john.heard(ClientMessage.ChatEdit.class)).isEmpty();
    john.page.reload();
    john.back();

    assertThat(john.message(6)).containsText("at 15:00");
    john.until(() -> john.heard(ClientMessage.ChatEdit.class).size() == 1);
    assertThat(john.room.entries.getLast().body()).isEqualTo("at 15:00");
  }

  @Test
  void whatWaitsSaysSoAndTwoTabsLoseNothingOfEachOther() {
    john.open();
    Page other = john.context.newPage();
    other.navigate(john.page.url());
    assertThat(other.locator("body[data-connection=online]")).isVisible();
    john.offline();
    john.write("from the first");
    other.getByTestId("composer").fill("from the second");
    other.getByTestId("composer").press("Enter");
    assertThat(john.page.locator("[data-status=pending]")).containsText("Waiting for connection");
    other.close();
    john.page.reload();
    john.back();

    assertThat(john.page.locator("[data-testid=message][data-status=sent]")).hasCount(2);
    assertThat(john.heard(ClientMessage.ChatSend.class))
        .extracting(ClientMessage.ChatSend::body)
        .containsExactly("from the first", "from the second");
    john.reload();
    assertThat(john.by("message")).hasCount(7);
    assertThat(john.heard(ClientMessage.ChatSend.class)).hasSize(2);
  }

  @Test
  void aMessageWhoseAnswerWasLostIsSentAgainWithTheSameKeyAndShownOnce() {
    john.open();
    john.backend.deaf = true;
    john.write("did you get this?");
    john.until(() -> john.heard(ClientMessage.ChatSend.class).size() == 1);
    john.backend.deaf = false;
    john.room.hear(john.heard(ClientMessage.ChatSend.class).getFirst());
    john.backend.cut();

    john.until(() -> john.heard(ClientMessage.ChatSend.class).size() == 2);
    assertThat(john.page.locator("[data-testid=message][data-status=sent]")).hasCount(1);
    assertThat(john.by("message")).hasCount(6);
    assertThat(john.heard(ClientMessage.ChatSend.class))
        .extracting(ClientMessage.ChatSend::key)
        .allMatch(john.heard(ClientMessage.ChatSend.class).getFirst().key()::equals);
  }

  @Test
  void aRefusedMessageMayBeTriedAgainOrDiscarded() {
    john.open();
    john.backend.deaf = true;
    john.backend.listener =
        message -> {
          if (message instanceof ClientMessage.ChatSend said) {
            john.backend.say(
                ServerMessage.Failure.of(ErrorCode.TOO_LARGE, "too large", said.key()));
          }
        };
    john.write("one");
    john.write("two");
    assertThat(john.page.locator("[data-status=failed]")).hasCount(2);
    assertThat(john.page.locator("[data-status=failed]").first()).containsText("Too long to send");
    john.by("discard").first().click();
    assertThat(john.by("discard")).hasCount(1);
    john.backend.deaf = false;
    john.backend.listener = message -> {};
    john.by("retry").click();
    assertThat(john.page.locator("[data-testid=message][data-status=sent]")).hasCount(1);
    assertThat(john.room.entries.getLast().body()).isEqualTo("two");
  }

  @Test
  void aLineThatKeepsBreakingLosesAndDoublesNothing() {
    john.open();
    for (int i = 1; i <= 12; i++) {
      john.write("mine " + i);
      if (i % 3 == 0) {
        john.backend.cut();
        long next = john.room.entries.size() + 1L;
        john.room.entries.add(Story.text(next, Story.ELIF, "hers " + i, Instant.now()));
      }
    }
    john.until(() -> john.room.entries.size() == 5 + 12 + 4);
    assertThat(john.by("message")).hasCount(21);
    assertThat(john.page.locator("[data-status=pending]")).hasCount(0);
    List<?> shown =
        (List<?>)
            john.by("messages")
                .evaluate(
                    "list => [...list.querySelectorAll('[data-testid=message]')].map(m => Number(m.dataset.seq))");
    assertThat(shown.stream().map(seq -> ((Number) seq).longValue()).toList())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(
            john.room.entries.stream()
                .map(entry -> entry.body())
                .filter(body -> body.startsWith("mine")))
        .containsExactly(
            java.util.stream.IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "mine " + i)
                .toArray(String[]::new));
  }
}
