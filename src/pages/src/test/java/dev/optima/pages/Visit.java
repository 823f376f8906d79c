package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The applicant at their page, and the scripted backend behind it. With `-Doptima.late=250` the
/// page draws that many milliseconds late, as on a loaded machine: it shows which test takes for
/// done what it only asked for.
final class Visit implements AutoCloseable {

  final BrowserContext context;
  final Page page;
  final ScriptedBackend backend;
  final ScriptedRoom room;
  private final String address;

  Visit(Browser browser, String origin) {
    this(browser, origin, new Browser.NewContextOptions());
  }

  Visit(Browser browser, String origin, Browser.NewContextOptions options) {
    context = browser.newContext(options);
    page = context.newPage();
    Strict.watch(page);
    late();
    backend = new ScriptedBackend(context, Story.JOHN, Role.APPLICANT);
    room = backend.room;
    address = origin + "/a";
  }

  private void late() {
    int late = Integer.getInteger("optima.late", 0);
    if (late > 0) {
      context.addInitScript(
          "const draw = requestAnimationFrame;"
              + " window.requestAnimationFrame = now => setTimeout(() => draw(now), %d);"
                  .formatted(late));
    }
  }

  /// Opens the page and waits until it is connected.
  Visit open() {
    page.navigate(address);
    return online();
  }

  Visit reload() {
    page.reload();
    return online();
  }

  Visit online() {
    assertThat(page.locator("body[data-connection=online]")).isVisible();
    return this;
  }

  void offline() {
    backend.down = true;
    backend.cut();
    assertThat(page.locator("body[data-connection=offline]")).isVisible();
  }

  void back() {
    backend.down = false;
    online();
  }

  Locator by(String id) {
    return page.getByTestId(id);
  }

  /// The message of a `seq`.
  Locator message(long seq) {
    return page.locator("[data-testid=message][data-seq='" + seq + "']");
  }

  void write(String text) {
    by("composer").fill(text);
    page.keyboard().press("Enter");
  }

  /// Elif says something, and everybody hears it.
  ChatEntry says(ChatEntry entry) {
    room.entries.add(entry);
    backend.say(new ServerMessage.ChatMessage(entry));
    return entry;
  }

  <T extends ClientMessage> List<T> heard(Class<T> type) {
    return backend.heard(type);
  }

  void until(BooleanSupplier condition) {
    page.waitForCondition(condition);
  }

  @Override
  public void close() {
    Browsers.leave(context);
  }
}
