package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What one can do with messages: answer, react, change, take back, read.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatMessagesTest {

  /// The words in the thread that the tools lie on, and "cut" if they stick out of it.
  private static final String COVERED =
      """
      () => {
        const list = document.querySelector('[data-testid=messages]');
        const tools = list.querySelector('[data-testid=tools]');
        const bar = tools.getBoundingClientRect();
        const frame = list.getBoundingClientRect();
        const outside = el => [...el.children].some(tool => tool.scrollWidth > tool.clientWidth || tool.getBoundingClientRect().right > bar.right);
        const covered = bar.left < frame.left || bar.right > frame.right || outside(tools) ? ['cut'] : [];
        const texts = document.createTreeWalker(list, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode;
          if (tools.contains(text) || text.parentElement.closest('.sr-only') || !text.data.trim()) continue;
          const range = document.createRange();
          range.selectNodeContents(text);
          for (const box of range.getClientRects()) {
            if (box.left < bar.right && box.right > bar.left && box.top + 2 < bar.bottom && box.bottom - 2 > bar.top) {
              covered.push(text.data.slice(0, 30));
              break;
            }
          }
        }
        return covered;
      }
      """;

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
  }

  @AfterEach
  void leave() {
    john.close();
  }

  private void elifSaid(String... texts) {
    int sinceMidnight = LocalTime.now(ZoneId.systemDefault()).toSecondOfDay();
    Instant start = Instant.now().minusSeconds(Math.min(600, sinceMidnight / 2)); // all of one day
    for (String text : texts) {
      long seq = john.room.entries.size() + 1L;
      john.room.entries.add(Story.text(seq, Story.ELIF, text, start.plusSeconds(seq)));
    }
    john.room.ownRead = john.room.entries.size();
  }

  private void tool(long seq, String id) {
    john.message(seq).hover();
    john.by(id).click();
  }

  @Test
  void anAnswerQuotesItsOriginalAndLeadsBackToIt() {
    elifSaid("Is Tuesday fine?", "Or Wednesday?");
    john.open();
    tool(1, "tool-reply");
    assertThat(john.by("composer")).isFocused();
    assertThat(john.by("composer-about")).containsText("Reply to Elif Kaya");
    john.write("Tuesday!");

    assertThat(john.message(3).locator("[data-testid=quote]")).containsText("Is Tuesday fine?");
    assertThat(john.by("composer-about")).isHidden();
    assertThat(john.heard(ClientMessage.ChatSend.class).getFirst().replyTo())
        .isEqualTo(new MessageId("m1"));
    john.message(3).locator("[data-testid=quote]").click();
    assertThat(john.message(1)).isFocused();
  }

  @Test
  void theOriginalOfAnAnswerIsFetchedThoughItIsFarBack() {
    String[] texts = new String[400];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = "line " + (i + 1);
    }
    elifSaid(texts);
    john.room.entries.add(
        Story.answering(
            Story.text(401, Story.ELIF, "as I said", Instant.now()), new MessageId("m3")));
    john.room.ownRead = 401;
    john.open();
    Locator quote = john.message(401).locator("[data-testid=quote]");
    assertThat(quote).containsText("line 3");

    quote.click();
    assertThat(john.message(3)).isInViewport();
    assertThat(john.message(3)).isFocused();
    assertThat(john.message(401)).isHidden();
    john.by("jump").click();
    assertThat(john.message(401)).isInViewport();
    assertThat(john.by("jump")).isHidden();
  }

  @Test
  void oneChangesAndTakesBackWhatOneSaidAndItIsSeen() {
    john.open();
    john.write("at 14:00");
    assertThat(john.message(1)).isVisible();
    john.by("composer").press("ArrowUp");
    assertThat(john.by("composer")).hasValue("at 14:00");
    john.write("at 15:00");
    assertThat(john.message(1)).containsText("at 15:00");
    assertThat(john.message(1).locator("[data-testid=edited]")).isVisible();
    assertThat(john.by("composer")).hasValue("");

    tool(1, "tool-delete");
    john.by("tool-delete-sure").click();
    assertThat(john.message(1)).hasAttribute("data-deleted", "true");
    assertThat(john.message(1)).containsText("You deleted this message");
    john.until(() -> john.heard(ClientMessage.ChatDelete.class).size() == 1);
  }

  @Test
  void aChangeThatIsRefusedIsTakenBackAndSaid() {
    john.open();
    john.write("hello");
    assertThat(john.message(1)).isVisible();
    john.room.changed(1, Story::deleted);
    john.by("composer").press("ArrowUp");
    john.write("hello there");
    assertThat(john.by("composer-problem")).containsText("Not possible any more");
  }

  @Test
  void othersMessagesCanNeitherBeChangedNorTakenBack() {
    elifSaid("mine");
    john.open();
    john.message(1).hover();
    assertThat(john.by("tool-reply")).isVisible();
    assertThat(john.by("tool-edit")).isHidden();
    assertThat(john.by("tool-delete")).isHidden();
  }

  @ParameterizedTest
  @CsvSource({"1440,false", "844,false", "390,false", "320,false", "390,true", "320,true"})
  void theToolsOfAMessageCoverNothingThatIsWritten(int width, boolean touch) {
    john.close();
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(width, 800)
            .setHasTouch(touch)
            .setIsMobile(touch);
    john = new Visit(browsers.browser(), server.origin(), options);
    elifSaid("Hi", "Could you tell us a little more about yourself? ".repeat(4), "Yes?");
    john.room.entries.add(Story.text(4, Story.JOHN, "ok", Instant.now(), "k4"));
    john.room.entries.add(Story.text(5, Story.JOHN, "I could. ".repeat(30), Instant.now(), "k5"));
    john.room.entries.add(Story.text(6, Story.JOHN, "!", Instant.now(), "k6"));
    john.open();
    for (long seq = 1; seq <= 6; seq++) {
      if (touch) {
        john.message(seq).locator(".body").tap();
      } else {
        john.message(seq).locator(".body").hover();
      }
      assertThat(john.by("tool-reply")).isVisible();
      assertThat((java.util.List<?>) john.page.evaluate(COVERED)).as("of %s", seq).isEmpty();
    }
    john.by("tool-delete").click();
    assertThat(john.by("tool-delete-sure")).isVisible();
    assertThat((java.util.List<?>) john.page.evaluate(COVERED)).isEmpty();
    john.page.keyboard().press("Escape");
    john.by("messages").focus();
    john.page.keyboard().press("ArrowUp");
    john.page.keyboard().press("ArrowUp");
    assertThat(john.message(5)).isFocused();
    assertThat(john.by("tool-reply")).isVisible();
    assertThat((java.util.List<?>) john.page.evaluate(COVERED)).isEmpty();
  }

  @Test
  void reactionsAreGivenByTheKeyboardAndSayWhoGaveThem() {
    elifSaid("We would like to see you again", "On Tuesday");
    john.open();
    john.by("messages").focus();
    john.page.keyboard().press("ArrowUp");
    assertThat(john.message(2)).isFocused();
    john.page.keyboard().press("ArrowUp");
    assertThat(john.message(1)).isFocused();
    john.page.keyboard().press("Tab");
    assertThat(john.by("tool-react")).isFocused();
    john.page.keyboard().press("Enter");
    assertThat(john.by("picker")).isVisible();
    john.page.keyboard().press("ArrowRight");
    john.page.keyboard().press("Enter");
    Locator heart = john.message(1).locator("[data-testid=reaction]");
    assertThat(heart).hasAttribute("aria-pressed", "true");
    assertThat(heart).hasAttribute("aria-label", "❤️ You");
    assertThat(john.by("picker")).isHidden();

    john.backend.say(john.room.reacted(1, Story.ELIF, "❤️", false));
    assertThat(heart).hasAttribute("aria-label", "❤️ You, Elif Kaya");
    assertThat(heart).containsText("2");
    heart.click();
    assertThat(heart).hasAttribute("aria-label", "❤️ Elif Kaya");
    assertThat(john.heard(ClientMessage.ChatReact.class).getLast().remove()).isTrue();
  }

  @Test
  void writingIsToldSparselyAndShown() {
    john.open();
    john.by("composer").pressSequentially("I would like to");
    john.until(() -> john.heard(ClientMessage.ChatTyping.class).size() == 1);
    john.backend.say(new ServerMessage.ChatTyping(Story.ROOM, Story.ELIF, "Elif Kaya"));
    assertThat(john.by("typing")).hasText("Elif is writing…");
    john.says(Story.text(1, Story.ELIF, "Good morning", Instant.now()));
    assertThat(john.by("typing")).hasText("");
  }

  @Test
  void readingGoesOnWhereItStopped() {
    elifSaid("old", "seen");
    long read = john.room.entries.size();
    elifSaid("new", "newer");
    john.room.ownRead = read;
    john.context.addInitScript("document.hasFocus = () => false");
    john.open();
    assertThat(john.by("new-line")).isVisible();
    assertThat(john.page.locator("[data-testid=new-line] + *")).containsText("new");
    assertThat(john.heard(ClientMessage.ChatRead.class)).isEmpty();
    john.write("Thanks");
    assertThat(john.by("new-line")).isHidden();
  }

  @Test
  void whoReadsFurtherUpIsToldHowMuchIsNewAndStaysInPlace() {
    String[] texts = new String[45];
    java.util.Arrays.setAll(texts, i -> "line " + (i + 1));
    elifSaid(texts);
    john.open();
    john.by("messages").evaluate("list => { list.scrollTop = 300; }");
    assertThat(john.by("jump")).hasText("Latest messages");
    Object before = john.message(12).boundingBox().y;
    john.says(Story.text(46, Story.ELIF, "one more", Instant.now()));
    john.says(Story.text(47, Story.ELIF, "and another", Instant.now()));
    assertThat(john.by("jump")).hasText("2 new messages");
    assertThat((Object) john.message(12).boundingBox().y).isEqualTo(before);
    john.by("jump").click();
    assertThat(john.message(47)).isInViewport();
    assertThat(john.by("jump")).isHidden();
    john.until(
        () -> john.heard(ClientMessage.ChatRead.class).stream().anyMatch(r -> r.seq() == 47));
  }

  @Test
  void theEndStaysTheEndWhenTheWindowChanges() {
    String[] texts = new String[45];
    java.util.Arrays.setAll(texts, i -> "a somewhat longer line of text, number " + (i + 1));
    elifSaid(texts);
    john.open();
    john.page.setViewportSize(1280, 520);
    assertThat(john.message(45)).isInViewport();
    john.page.setViewportSize(390, 800);
    john.by("composer").scrollIntoViewIfNeeded();
    assertThat(john.message(45)).isInViewport();
  }

  @Test
  void aScrollThatIsToldAfterTheFrameShrankIsNotTheReaders() {
    String[] texts = new String[45];
    java.util.Arrays.setAll(texts, i -> "line " + (i + 1));
    elifSaid(texts);
    john.open();
    assertThat(john.message(45)).isInViewport();
    john.by("messages")
        .evaluate(
            "list => { list.parentElement.style.maxHeight = '150px';"
                + " list.dispatchEvent(new Event('scroll')); }");
    assertThat(john.message(45)).isInViewport();
    assertThat(john.by("jump")).isHidden();

    john.by("messages").evaluate("list => { list.scrollTop -= 700; }");
    assertThat(john.by("jump")).hasText("Latest messages");
    john.by("messages").evaluate("list => { list.parentElement.style.maxHeight = ''; }");
    assertThat(john.message(45)).not().isInViewport();
  }

  @Test
  void whatWasBegunIsKept() {
    elifSaid("When?");
    john.open();
    tool(1, "tool-reply");
    john.by("composer").fill("Perhaps on");
    john.until(
        () ->
            john.page
                .evaluate("Object.values(localStorage).some(v => v.includes('Perhaps on'))")
                .equals(true));
    john.reload();
    assertThat(john.by("composer")).hasValue("Perhaps on");
    assertThat(john.by("composer-about")).containsText("When?");
    john.by("composer").press("Enter");
    assertThat(john.message(2)).containsText("Perhaps on");
    john.reload();
    assertThat(john.by("composer")).hasValue("");
  }

  @Test
  void whatIsUnreadStandsInTheTitleAndGoesWhenAnotherDeviceReadsIt() {
    john.context.addInitScript("document.hasFocus = () => false");
    elifSaid("seen");
    john.open();
    john.says(Story.text(2, Story.ELIF, "one", Instant.now()));
    john.says(Story.text(3, Story.ELIF, "two", Instant.now()));
    assertThat(john.page).hasTitle(Pattern.compile("^\\(2\\)"));
    john.backend.say(new ServerMessage.ChatStatus(Story.ROOM, Story.JOHN, 3L, 3L, 0L));
    assertThat(john.page).hasTitle("Optima");
  }
}
