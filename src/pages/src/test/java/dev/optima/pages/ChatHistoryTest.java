package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.message.ChatEntry;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A chat of a hundred thousand messages: the page holds a stretch of it, wherever one reads.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatHistoryTest {

  private static final int ALL = 100_000;
  private static final int MOST_NODES = 300;
  private static final String TOP_SEQ =
      "list => { const top = list.getBoundingClientRect().top; return Number([...list.children]"
          + ".find(e => e.dataset.seq && e.getBoundingClientRect().bottom > top + 1).dataset.seq); }";

  private Browsers browsers;
  private PageServer server;
  private Visit john;

  @BeforeAll
  void open() {
    browsers = Browsers.withoutDevices();
    server = new PageServer();
    john = new Visit(browsers.browser(), server.origin());
    var entries = new ArrayList<ChatEntry>(ALL);
    Instant start = Instant.now().minusSeconds(ALL * 600L);
    for (long seq = 1; seq <= ALL; seq++) {
      entries.add(
          Story.text(
              seq,
              seq % 3 == 0 ? Story.JOHN : Story.ELIF,
              "message number " + seq + (seq % 7 == 0 ? " with some more words to it" : ""),
              start.plusSeconds(seq * 600),
              "k" + seq));
    }
    john.room.entries.addAll(entries);
    john.room.ownRead = ALL;
    john.open();
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      john.close();
      browsers.close();
      server.close();
    }
  }

  private int top() {
    return (int) john.by("messages").evaluate(TOP_SEQ);
  }

  private int nodes() {
    return (int) john.by("messages").evaluate("list => list.children.length");
  }

  @Test
  void pagingBackKeepsThePlaceAndTheStretchAndComingBackFindsTheEnd() {
    assertThat(john.message(ALL)).isInViewport();
    john.page.evaluate(
        "window.built = 0; new MutationObserver(all => all.forEach(m => built += m.addedNodes.length))"
            + ".observe(document.querySelector('[data-testid=messages]'), {childList: true})");
    for (int i = 0; i < 30; i++) {
      int before = top();
      john.by("messages").evaluate("list => { list.scrollTop = 0; }");
      john.until(() -> (double) number("list => list.scrollTop") > 300);
      assertThat(top()).isLessThan(before);
      assertThat(nodes()).isLessThan(MOST_NODES);
    }
    assertThat(top()).isLessThan(ALL - 1_400);
    assertThat(((Number) john.page.evaluate("built")).intValue())
        .as("elements put in: only what came, 50 and their day a page, none of what was there")
        .isLessThan(30 * 70);

    int here = top();
    john.by("messages").evaluate("list => { list.scrollTop = list.scrollHeight; }");
    john.until(() -> top() > here + 100);
    john.page.waitForTimeout(700);
    assertThat(top())
        .as("the end of the stretch is not the end of the chat")
        .isLessThan(here + 400);
    assertThat(john.message(ALL)).isHidden();
    john.by("jump").click();
    assertThat(john.message(ALL)).isInViewport();
    assertThat(nodes()).isLessThan(MOST_NODES);
  }

  private double number(String expression) {
    return ((Number) john.by("messages").evaluate(expression)).doubleValue();
  }

  @Test
  void theVeryFirstMessageIsOneSearchAway() {
    john.by("search-open").click();
    john.by("search-input").fill("no such words");
    assertThat(john.by("search-words")).hasText("No message contains this.");
    john.by("search-input").fill("Number 14 with");
    assertThat(john.by("hit")).hasCount(1);
    assertThat(john.by("hit").locator("mark")).hasText("number 14 with");
    john.by("search-input").press("ArrowDown");
    john.page.keyboard().press("Enter");
    assertThat(john.message(14)).isInViewport();
    assertThat(john.message(14)).isFocused();
    assertThat(john.by("search-results")).isHidden();
    assertThat(nodes()).isLessThan(MOST_NODES);
    john.by("search-close").click();
    john.by("jump").click();
    assertThat(john.message(ALL)).isInViewport();
  }
}
