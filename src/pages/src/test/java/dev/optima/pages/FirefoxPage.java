package dev.optima.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// One tab of Firefox. What is waited for is waited for in the page itself.
final class FirefoxPage implements AutoCloseable {

  private static final Map<String, String> KEYS =
      Map.of("Enter", "\uE007", "Tab", "\uE004", "Escape", "\uE00C");
  private static final String UNTIL =
      """
      async () => {
        const end = performance.now() + 20000;
        while (true) {
          const value = await (%s);
          if (value) return JSON.stringify(value);
          if (performance.now() > end) throw new Error('waited in vain');
          await new Promise((again) => setTimeout(again, 50));
        }
      }
      """;

  /// What the page complained of.
  final List<String> errors = new CopyOnWriteArrayList<>();

  private final BiDi line;
  private final String context;
  private final String user;

  FirefoxPage(BiDi line, String context, String user) {
    this.line = line;
    this.context = context;
    this.user = user;
  }

  void logged(String level, String text) {
    if (level.equals("error")) {
      errors.add(text);
    }
  }

  void size(int width, int height) {
    line.send(
        "browsingContext.setViewport",
        Map.of("context", context, "viewport", Map.of("width", width, "height", height)));
  }

  void open(String url) {
    line.send(
        "browsingContext.navigate", Map.of("context", context, "url", url, "wait", "interactive"));
  }

  void reload() {
    line.send("browsingContext.reload", Map.of("context", context, "wait", "interactive"));
  }

  /// Waits until an expression is true, and gives its value.
  JsonNode until(String expression) {
    return call(UNTIL.formatted(expression));
  }

  /// The value of an expression, as JSON.
  JsonNode ask(String expression) {
    return call("async () => JSON.stringify(await (" + expression + ")) ?? 'null'");
  }

  private JsonNode call(String function) {
    JsonNode result =
        line.send(
            "script.callFunction",
            Map.of(
                "functionDeclaration",
                function,
                "awaitPromise",
                true,
                "target",
                Map.of("context", context),
                "userActivation",
                false));
    if (result.path("type").asText().equals("exception")) {
      throw new AssertionError(
          result.path("exceptionDetails").path("text").asText() + " in " + function);
    }
    try {
      JsonNode value = result.path("result").path("value");
      return value.isMissingNode()
          ? JsonNodeFactory.instance.nullNode()
          : BiDi.JSON.readTree(value.asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until the element of a test id is to be seen.
  void sees(String testId) {
    until("[..." + all(testId) + "].some(e => e.checkVisibility())");
  }

  /// Waits until the element of a test id is not to be seen.
  void seesNo(String testId) {
    until("[..." + all(testId) + "].every(e => !e.checkVisibility())");
  }

  /// Presses, as a mouse does: in the middle of what is seen.
  void click(String testId) {
    sees(testId);
    JsonNode at =
        ask(
            "(e => { e.scrollIntoView({block: 'center', behavior: 'instant'});"
                + " const r = e.getBoundingClientRect();"
                + " return {x: Math.round(r.x + r.width / 2), y: Math.round(r.y + r.height / 2)}; })([..."
                + all(testId)
                + "].find(e => e.checkVisibility()))");
    act(
        Map.of(
            "type",
            "pointer",
            "id",
            "mouse",
            "actions",
            List.of(
                Map.of("type", "pointerMove", "x", at.path("x").asInt(), "y", at.path("y").asInt()),
                Map.of("type", "pointerDown", "button", 0),
                Map.of("type", "pointerUp", "button", 0))));
  }

  /// Types a text, or presses a key of that name.
  void type(String text) {
    String keys = KEYS.getOrDefault(text, text);
    act(
        Map.of(
            "type",
            "key",
            "id",
            "keyboard",
            "actions",
            keys.codePoints()
                .mapToObj(Character::toString)
                .<Map<String, Object>>mapMulti(
                    (key, to) -> {
                      to.accept(Map.of("type", "keyDown", "value", key));
                      to.accept(Map.of("type", "keyUp", "value", key));
                    })
                .toList()));
  }

  private void act(Map<String, Object> source) {
    line.send("input.performActions", Map.of("context", context, "actions", List.of(source)));
  }

  void screenshot(Path file) {
    String data =
        line.send("browsingContext.captureScreenshot", Map.of("context", context))
            .path("data")
            .asText();
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Base64.getDecoder().decode(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String all(String testId) {
    return "document.querySelectorAll('[data-testid=\"" + testId + "\"]')";
  }

  @Override
  public void close() {
    line.send("browser.removeUserContext", Map.of("userContext", user));
  }
}
