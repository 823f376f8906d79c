package dev.optima.acceptance.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.optima.acceptance.client.Rest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// One page of a Chromium that runs elsewhere, asked through its DevTools port.
public final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Wait.LONG;

  private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;

  private DevTools(URI address) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
  }

  /// Waits for a page whose address has `part`.
  static DevTools attach(int port, String part) {
    Rest list = Rest.at(URI.create("http://127.0.0.1:" + port));
    return Wait.value(
            PATIENCE,
            () -> {
              try {
                for (JsonNode page : list.get("/json/list").body()) {
                  if (page.path("type").asText().equals("page")
                      && page.path("url").asText().contains(part)) {
                    return new DevTools(URI.create(page.path("webSocketDebuggerUrl").asText()));
                  }
                }
              } catch (RuntimeException e) {
                return null; // Chromium has not started yet.
              }
              return null;
            })
        .orElseThrow(() -> new AssertionError("no page with " + part + " in the console"));
  }

  /// The value of a JavaScript expression; a promise is awaited.
  public JsonNode evaluate(String expression) {
    int id = ids.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    open.put(id, answer);
    var message = JSON.createObjectNode().put("id", id).put("method", "Runtime.evaluate");
    message
        .putObject("params")
        .put("expression", expression)
        .put("awaitPromise", true)
        .put("returnByValue", true);
    socket.sendText(message.toString(), true);
    JsonNode result = answer.orTimeout(10, TimeUnit.SECONDS).join().path("result");
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      String text = part.toString();
      part.setLength(0);
      try {
        JsonNode message = JSON.readTree(text);
        CompletableFuture<JsonNode> waiting = open.remove(message.path("id").asInt(-1));
        if (waiting != null) {
          waiting.complete(message);
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    webSocket.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
