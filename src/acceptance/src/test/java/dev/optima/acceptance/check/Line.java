package dev.optima.acceptance.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One WebSocket, used once.
final class Line implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 15;

  /// How long nothing may come before the other side is asked whether it is there, and again as
  /// long before it counts as gone: a connection may break without a word.
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final int number;
  private final BiConsumer<Integer, JsonNode> listener;
  private final StringBuilder part = new StringBuilder();
  private final CompletableFuture<JsonNode> welcome = new CompletableFuture<>();
  private volatile boolean open = true;
  private @Nullable WebSocket socket;
  private volatile long heard = System.nanoTime();
  private boolean asked;

  private Line(int number, BiConsumer<Integer, JsonNode> listener) {
    this.number = number;
    this.listener = listener;
  }

  /// Connects; says nothing yet.
  ///
  /// @param number told with each message
  static Line open(HttpClient http, URI url, int number, BiConsumer<Integer, JsonNode> listener)
      throws Lost {
    var line = new Line(number, listener);
    line.socket =
        await(
            http.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .buildAsync(url, line));
    return line;
  }

  static ObjectNode message(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  /// Says `hello` and waits to be let in.
  JsonNode hello(ObjectNode hello) throws Lost {
    say(hello);
    return await(welcome);
  }

  void say(ObjectNode message) throws Lost {
    WebSocket present = socket;
    if (present == null || !open) {
      throw new Lost("closed");
    }
    await(present.sendText(message.toString(), true));
  }

  boolean isOpen() {
    return open;
  }

  /// The heartbeat, to be called now and then.
  ///
  /// @throws Lost if nobody is there
  void beat() throws Lost {
    long silence = System.nanoTime() - heard;
    if (silence > 2 * SILENCE_NANOS) {
      throw new Lost("silent");
    }
    if (silence < SILENCE_NANOS) {
      asked = false;
    } else if (!asked) {
      asked = true;
      say(message("ping"));
    }
  }

  private static <T> T await(CompletableFuture<T> future) throws Lost {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Lost("no connection", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Lost("interrupted", e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
    heard = System.nanoTime();
    part.append(data);
    if (whole) {
      JsonNode message = parsed(part.toString());
      part.setLength(0);
      listener.accept(number, message);
      if (message.path("type").asText().equals("welcome")) {
        welcome.complete(message);
      }
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + text, e);
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    ended();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    ended();
  }

  private void ended() {
    open = false;
    welcome.completeExceptionally(new Lost("closed"));
  }

  @Override
  public void close() {
    ended();
    WebSocket present = socket;
    if (present != null) {
      present.abort();
    }
  }
}
