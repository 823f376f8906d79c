package dev.optima.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One side of a call: a call page in a context of its own, its scripted backend, and the way of
/// its signals to the other side.
final class Side {

  static final CallId CALL = new CallId("c1");

  final BrowserContext context;
  final ScriptedBackend backend;
  final List<String> offers = new ArrayList<>();
  Page page;
  private final UserId user;
  private String address;

  Side(Browser browser, String origin, UserId user, Role role, Browser.NewContextOptions options) {
    this.user = user;
    context = browser.newContext(options);
    backend = new ScriptedBackend(context, user, role).forCall(CALL);
    address = origin + "/call/c1?lang=en#ticket=oct_" + user.value();
    backend.rest.put(
        "POST /api/video-calls/c1/join",
        request ->
            new ScriptedBackend.Answer(
                201,
                Map.of(
                    "call_id",
                    "c1",
                    "provider",
                    "direct",
                    "join_url",
                    address,
                    "ice_servers",
                    List.of())));
    page = context.newPage();
    Strict.watch(page);
  }

  /// Relays what this side signals to the other, through a wire that can be cut.
  void signalsTo(Side other, @Nullable MediaRelay relay) {
    backend.listener =
        message -> {
          if (message instanceof ClientMessage.RtcSignal signal && !backend.down) {
            noteOffer(signal.signal());
            var carried = relay == null ? signal.signal() : rewired(signal.signal(), relay);
            if (carried != null) {
              other.backend.say(new ServerMessage.RtcSignal(CALL, user, carried));
            }
          }
        };
  }

  private void noteOffer(Map<String, JsonNode> signal) {
    JsonNode description = signal.get("description");
    if (description != null && description.path("type").asText().equals("offer")) {
      offers.add(description.path("sdp").asText());
    }
  }

  private static @Nullable Map<String, JsonNode> rewired(
      Map<String, JsonNode> signal, MediaRelay relay) {
    var result = new HashMap<>(signal);
    if (signal.get("candidate") instanceof ObjectNode candidate) {
      String through = relay.through(candidate.path("candidate").asText());
      if (through == null) {
        return null;
      }
      ObjectNode changed = candidate.deepCopy();
      changed.set("candidate", TextNode.valueOf(through));
      result.put("candidate", changed);
    }
    if (signal.get("description") instanceof ObjectNode description) {
      // What was gathered before is in the description as well; it went out by itself already.
      ObjectNode changed = description.deepCopy();
      changed.put(
          "sdp", description.path("sdp").asText().replaceAll("a=candidate:[^\r\n]*\r\n", ""));
      result.put("description", changed);
    }
    return result;
  }

  /// In this language from the next opening on.
  void speak(String language) {
    address = address.replaceFirst("lang=\\w+", "lang=" + language);
  }

  void open(CallSnapshot call) {
    backend.live = List.of(call);
    page.navigate(address);
  }

  Locator by(String id) {
    return page.getByTestId(id);
  }

  Locator body(String condition) {
    return page.locator("body" + condition);
  }

  long decoded() {
    return ((Number) page.evaluate("window.optimaCall.stats().then(s => s?.frames_decoded ?? 0)"))
        .longValue();
  }

  int number(String field) {
    return ((Number) page.evaluate("f => window.optimaCall.stats().then(s => s?.[f] ?? 0)", field))
        .intValue();
  }

  /// Waits until more pictures of the other side have been decoded.
  void seesMore(int frames) {
    long before = decoded();
    page.waitForCondition(
        () -> decoded() >= before + frames, new Page.WaitForConditionOptions().setTimeout(30_000));
  }
}
