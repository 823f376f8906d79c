package dev.optima.console.surface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Guards the frames that Chromium runs in processes of their own, which a script of the page
/// around them does not reach: each is held before its first script, given the guard, and only then
/// let go. A frame that cannot be guarded stays blank. A frame inside such a frame is reached
/// through it.
///
/// To be used on CEF's thread.
final class FrameSession {
  private static final Logger LOG = LoggerFactory.getLogger(FrameSession.class);

  /// Holds each new frame until it is let go. `flatten` would want a field that JCEF does not send.
  private static final Map<String, ?> HOLD =
      Map.of(
          "autoAttach",
          true,
          "waitForDebuggerOnStart",
          true,
          "flatten",
          false,
          "filter",
          List.of(Map.of("type", "iframe"), Map.of("exclude", true)));

  static final String HOLD_FRAMES = "Target.setAutoAttach";

  private final Line line;
  private final String guard;
  private final Map<String, FrameSession> inner = new HashMap<>();
  private final Set<Integer> unanswered = new HashSet<>();
  private int lastId;

  /// Says something in the developer protocol to a frame.
  interface Line {
    void send(int id, String method, Map<String, ?> parameters);
  }

  /// @param line to the frame
  /// @param guard the script for the frames in it
  FrameSession(Line line, String guard) {
    this.line = line;
    this.guard = guard;
  }

  static Map<String, ?> hold() {
    return HOLD;
  }

  static Map<String, ?> scriptOf(String guard) {
    return Map.of("source", guard);
  }

  /// An event of the protocol, from this frame.
  void on(String method, String parameters) {
    if (method.startsWith("Target.")) {
      try {
        on(method, Json.MAPPER.readTree(parameters));
      } catch (JsonProcessingException e) {
        LOG.warn("{} was not understood: {}", method, e.getOriginalMessage());
      }
    }
  }

  private void on(String method, JsonNode parameters) throws JsonProcessingException {
    String session = parameters.path("sessionId").asText();
    switch (method) {
      case "Target.attachedToTarget" -> attached(session);
      case "Target.detachedFromTarget" -> inner.remove(session);
      case "Target.receivedMessageFromTarget" -> {
        FrameSession from = inner.get(session);
        if (from != null) {
          from.hear(Json.MAPPER.readTree(parameters.path("message").asText()));
        }
      }
      default -> {}
    }
  }

  private void attached(String session) {
    FrameSession frame =
        new FrameSession(
            (id, method, parameters) ->
                say(
                    "Target.sendMessageToTarget",
                    Map.of(
                        "sessionId",
                        session,
                        "message",
                        Json.write(Map.of("id", id, "method", method, "params", parameters)))),
            guard);
    inner.put(session, frame);
    frame.begin();
  }

  private void begin() {
    say("Page.enable", Map.of());
    unanswered.add(say("Page.addScriptToEvaluateOnNewDocument", scriptOf(guard)));
    unanswered.add(say(HOLD_FRAMES, HOLD));
  }

  private void hear(JsonNode message) throws JsonProcessingException {
    if (message.has("method")) {
      on(message.path("method").asText(), message.path("params"));
    } else if (message.has("error")) {
      LOG.error("a frame could not be guarded, so it stays blank: {}", message.path("error"));
    } else if (unanswered.remove(message.path("id").asInt()) && unanswered.isEmpty()) {
      say("Runtime.runIfWaitingForDebugger", Map.of());
    }
  }

  private int say(String method, Map<String, ?> parameters) {
    line.send(++lastId, method, parameters);
    return lastId;
  }
}
