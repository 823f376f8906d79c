package dev.optima.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// The line to a browser that speaks WebDriver BiDi (<https://www.w3.org/TR/webdriver-bidi/>):
/// commands with their answers, and events.
final class BiDi implements WebSocket.Listener, AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Long, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final StringBuilder text = new StringBuilder();
  private final BiConsumer<String, JsonNode> events;
  private final WebSocket socket;

  /// @param events is told each event: its method and its parameters
  BiDi(URI address, BiConsumer<String, JsonNode> events) {
    this.events = events;
    socket = client.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /// Sends a command and waits for its result.
  JsonNode send(String method, Object params) {
    long id = ids.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    open.put(id, answer);
    ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
    command.set("params", JSON.valueToTree(params));
    socket.sendText(command.toString(), true).join();
    try {
      return answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw new AssertionError(method + " " + params + ": " + e.getCause(), e);
    } finally {
      open.remove(id);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket line, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      String whole = text.toString();
      text.setLength(0);
      take(whole);
    }
    line.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private void take(String whole) {
    JsonNode message = read(whole);
    switch (message.path("type").asText()) {
      case "event" -> events.accept(message.path("method").asText(), message.path("params"));
      case "success" -> answer(message).complete(message.path("result"));
      default ->
          answer(message)
              .completeExceptionally(
                  new IOException(
                      message.path("error").asText() + ": " + message.path("message").asText()));
    }
  }

  private CompletableFuture<JsonNode> answer(JsonNode message) {
    var waiting = open.get(message.path("id").asLong());
    return waiting == null ? new CompletableFuture<>() : waiting;
  }

  private static JsonNode read(String whole) {
    try {
      return JSON.readTree(whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }
}
