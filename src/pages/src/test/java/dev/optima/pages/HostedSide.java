package dev.optima.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.Role;
import dev.optima.scripted.Frame;
import dev.optima.scripted.ScriptedJitsi;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// One side of a call over the scripted peer of Jitsi: a call page, its scripted backend, and the
/// frame that it opens.
final class HostedSide {
  /// Keeps each state of the page, in this order, and whether its microphone was ever shown as on.
  private static final String STATES =
      """
      window.states = [];
      window.heardOn = false;
      new MutationObserver(() => {
        const state = document.body?.dataset.state;
        if (state && state !== states.at(-1)) { states.push(state); }
        window.heardOn ||= document.body?.dataset.audio === 'on';
      }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-state', 'data-audio'] });
      """;

  final BrowserContext context;
  final ScriptedBackend backend;
  final Page page;
  final JitsiTickets tickets;

  /// Where the page and its frames have asked for something.
  final Set<String> origins = new TreeSet<>();

  private final ScriptedJitsi jitsi;
  private final UserId user;
  private String address;

  HostedSide(
      Browser browser,
      PageServer server,
      ScriptedJitsi jitsi,
      Role role,
      Browser.NewContextOptions options) {
    this.jitsi = jitsi;
    boolean applicant = role == Role.APPLICANT;
    user = applicant ? Story.JOHN : Story.ELIF;
    context = browser.newContext(options.setPermissions(List.of("camera", "microphone")));
    backend = new ScriptedBackend(context, user, role).forCall(Side.CALL);
    tickets = new JitsiTickets(jitsi, user, applicant ? "John Doe" : "Elif Kaya", !applicant);
    address = server.origin() + "/call/c1?lang=en#ticket=oct_" + user.value();
    backend.rest.put(
        "POST /api/video-calls/c1/join",
        request -> new ScriptedBackend.Answer(201, tickets.next(address)));
    context.addInitScript(STATES);
    page = context.newPage();
    page.onRequest(request -> origins.add(origin(request.url())));
    Strict.watch(page);
  }

  private static String origin(String url) {
    URI uri = URI.create(url.replaceFirst("[?#].*", ""));
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  /// In this language from the next opening on.
  HostedSide speak(String language) {
    address = address.replaceFirst("lang=\\w+", "lang=" + language);
    return this;
  }

  /// With what the console's window says, from the next opening on.
  HostedSide inConsole() {
    context.addInitScript(
        "window.said = []; window.optimaHost = ({request, onSuccess}) => {"
            + " window.said.push(JSON.parse(request)); onSuccess(''); };");
    address = address.replaceFirst("\\?", "?host=console&");
    return this;
  }

  void open(CallSnapshot call) {
    backend.live = List.of(call);
    page.navigate(address);
  }

  /// Opens the page, and waits until it is in the room.
  Frame join(CallSnapshot call) {
    int before = jitsi.frames().size();
    open(call);
    return joined(before);
  }

  /// The frame that comes into the room after so many.
  Frame joined(int before) {
    until(() -> jitsi.frames().stream().skip(before).anyMatch(this::isMine));
    return jitsi.frames().stream().skip(before).filter(this::isMine).findFirst().orElseThrow();
  }

  private boolean isMine(Frame frame) {
    return frame.isInRoom() && tickets.given.contains(frame.token());
  }

  /// The newest frame that came with one of this side's tokens.
  Frame frame() {
    return jitsi.frames().reversed().stream()
        .filter(one -> tickets.given.contains(one.token()))
        .findFirst()
        .orElseThrow();
  }

  UserId user() {
    return user;
  }

  /// The states of the page since it was loaded.
  @SuppressWarnings("unchecked")
  List<String> states() {
    return (List<String>) page.evaluate("[...states]");
  }

  Locator by(String id) {
    return page.getByTestId(id);
  }

  Locator body(String condition) {
    return page.locator("body" + condition);
  }

  Locator problem(String code) {
    return page.locator("[data-testid=problem][data-code=" + code + "]");
  }

  void until(BooleanSupplier condition) {
    page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(30_000));
  }

  /// Waits until the frame was told so by its page.
  void told(Frame frame, String command) {
    until(() -> frame.commands().stream().anyMatch(one -> one.name().equals(command)));
  }

  /// Waits until the console's window was told something for which this holds (a condition on `m`).
  void says(String condition) {
    until(() -> Objects.equals(Boolean.TRUE, page.evaluate("said.some(m => " + condition + ")")));
  }

  void command(String message) {
    page.evaluate("window.optimaCall.command(" + message + ")");
  }
}
