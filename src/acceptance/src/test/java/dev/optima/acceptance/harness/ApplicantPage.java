package dev.optima.acceptance.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import dev.optima.acceptance.client.Rest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The applicant's page in a real browser, and the call page in it.
public final class ApplicantPage implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Wait.LONG;

  private final BrowserContext context;
  private final Page page;
  private final URI backend;
  private final List<String> complaints = new ArrayList<>();

  ApplicantPage(BrowserContext context, Page page, URI backend) {
    this.context = context;
    this.page = page;
    this.backend = backend;
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  /// Opens the invitation and redeems it.
  public void redeem(URI link) {
    page.navigate(link.toString());
    click("redeem");
    awaitOnline();
  }

  /// Opens the page of somebody who has a session already.
  public void open(String session) {
    context.addCookies(
        List.of(new Cookie(Rest.COOKIE, session).setUrl(backend.toString()).setHttpOnly(true)));
    page.navigate(backend.resolve("/a").toString());
    awaitOnline();
  }

  public void awaitOnline() {
    await("body[data-screen=home][data-connection=online]");
  }

  public void reload() {
    page.reload();
  }

  public void click(String testId) {
    page.getByTestId(testId).first().click();
  }

  public void awaitRing() {
    await("body[data-ring=ringing]");
  }

  public void awaitQuiet() {
    await("body[data-ring=none]");
  }

  public void await(String selector) {
    await(selector, PATIENCE);
  }

  public void await(String selector, Duration most) {
    page.waitForSelector(
        selector,
        new Page.WaitForSelectorOptions()
            .setTimeout(most.toMillis())
            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
  }

  public Locator byTestId(String testId) {
    return page.getByTestId(testId);
  }

  public void assertSees(String text) {
    PlaywrightAssertions.assertThat(page.getByText(text).first()).isVisible();
  }

  /// The call page, framed or on its own.
  public Frame callFrame() {
    return Wait.value(PATIENCE, this::frame)
        .orElseThrow(() -> new AssertionError("no call page; complaints: " + complaints));
  }

  private @Nullable Frame frame() {
    page.evaluate("1"); // Lets Playwright hear of new frames.
    return page.frames().stream().filter(f -> f.url().contains("/call/")).findFirst().orElse(null);
  }

  public boolean hasCall() {
    return frame() != null;
  }

  /// Waits for an attribute of the call page's body, such as `data-state`.
  public void awaitCall(String attribute, String value) {
    Frame frame = callFrame();
    frame.waitForSelector(
        "body[" + attribute + "=\"" + value + "\"]",
        new Frame.WaitForSelectorOptions()
            .setTimeout(PATIENCE.toMillis())
            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
  }

  public void clickInCall(String testId) {
    callFrame().getByTestId(testId).first().click();
  }

  /// What the call page measures.
  public JsonNode stats() {
    Object value =
        callFrame()
            .evaluate(
                "() => window.optimaCall ? window.optimaCall.stats().then(s => JSON.stringify(s ?? {})) : '{}'");
    try {
      return JSON.readTree(String.valueOf(value));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError("no statistics: " + value, e);
    }
  }

  public Page page() {
    return page;
  }

  public void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  /// Errors that the browser's console has shown so far.
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
  }
}
