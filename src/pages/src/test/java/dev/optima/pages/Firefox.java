package dev.optima.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The machine's own Firefox, with a moving picture as its camera and a tone as its microphone,
/// driven by WebDriver BiDi.
final class Firefox implements AutoCloseable {

  private static final List<String> NAMES = List.of("firefox-esr", "firefox");
  private static final Pattern LISTENING =
      Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
  private static final String PREFERENCES =
      """
      user_pref("media.navigator.streams.fake", true);
      user_pref("media.navigator.permission.disabled", true);
      user_pref("media.peerconnection.ice.obfuscate_host_addresses", false);
      user_pref("media.peerconnection.ice.loopback", true);
      user_pref("media.autoplay.default", 0);
      user_pref("media.gmp-manager.updateEnabled", false);
      user_pref("datareporting.policy.dataSubmissionEnabled", false);
      user_pref("app.update.enabled", false);
      user_pref("browser.shell.checkDefaultBrowser", false);
      user_pref("browser.startup.page", 0);
      user_pref("browser.aboutwelcome.enabled", false);
      user_pref("network.captive-portal-service.enabled", false);
      user_pref("network.connectivity-service.enabled", false);
      user_pref("extensions.update.enabled", false);
      user_pref("remote.active-protocols", 1);
      user_pref("dom.push.connection.enabled", false);
      """;

  private final Path profile;
  private final Process process;
  private final BiDi line;
  private final Map<String, FirefoxPage> pages = new ConcurrentHashMap<>();

  private Firefox(Path profile, Process process, URI address) {
    this.profile = profile;
    this.process = process;
    this.line = new BiDi(address, this::event);
    line.send("session.new", Map.of("capabilities", Map.of()));
    line.send(
        "session.subscribe",
        Map.of("events", List.of("log.entryAdded", "browsingContext.userPromptOpened")));
  }

  /// Starts it, or leaves the test out where there is none.
  static Firefox start() {
    Path program = Browsers.demanded("Firefox", NAMES);
    try {
      Path profile = Files.createTempDirectory("optima-firefox-");
      Files.writeString(profile.resolve("user.js"), PREFERENCES);
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--headless",
                  "--no-remote",
                  "--remote-debugging-port=0",
                  "--profile",
                  profile.toString(),
                  "about:blank")
              .redirectErrorStream(true)
              .start();
      return new Firefox(profile, process, address(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI address(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    var said = new StringBuilder();
    for (String next = output.readLine(); next != null; next = output.readLine()) {
      said.append(next).append('\n');
      Matcher found = LISTENING.matcher(next);
      if (found.find()) {
        drain(output);
        return URI.create(found.group(1) + "/session");
      }
    }
    throw new IllegalStateException("Firefox did not start: " + said);
  }

  // A pipe that nobody reads fills up and stops the browser.
  private static void drain(BufferedReader output) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (output) {
                while (output.readLine() != null) {
                  Thread.onSpinWait();
                }
              } catch (IOException e) {
                return;
              }
            });
  }

  /// A tab in a cookie jar of its own.
  FirefoxPage newPage() {
    String user = line.send("browser.createUserContext", Map.of()).path("userContext").asText();
    String context =
        line.send("browsingContext.create", Map.of("type", "tab", "userContext", user))
            .path("context")
            .asText();
    var page = new FirefoxPage(line, context, user);
    pages.put(context, page);
    return page;
  }

  private void event(String method, JsonNode params) {
    if (method.equals("log.entryAdded")) {
      String context = params.path("source").path("context").asText();
      FirefoxPage page = pages.get(context);
      if (page != null) {
        page.logged(params.path("level").asText(), params.path("text").asText());
      }
    }
  }

  @Override
  public void close() {
    line.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      try (Stream<Path> files = Files.walk(profile)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
