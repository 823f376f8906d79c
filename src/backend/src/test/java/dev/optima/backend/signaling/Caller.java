package dev.optima.backend.signaling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The other end of a socket: says text, hears JSON.
final class Caller {
  private final WebSocketClient client;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  Caller(Vertx vertx, int port, Map<String, String> headers) {
    client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(4 << 20)
                .setMaxMessageSize(4 << 20)
                .setTryUsePerMessageCompression(true));
    var options = new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI("/ws");
    headers.forEach(options::addHeader);
    socket =
        Wait.forResult(
            client
                .connect(options)
                .onSuccess(
                    open -> {
                      open.textMessageHandler(this::hear);
                      open.closeHandler(
                          gone -> closed.complete((int) (short) open.closeStatusCode()));
                    }));
  }

  private void hear(String text) {
    try {
      heard.add(Json.MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  WebSocket socket() {
    return socket;
  }

  void say(String text) {
    var unused = socket.writeTextMessage(text);
  }

  void sayFrame(WebSocketFrame frame) {
    var unused = socket.writeFrame(frame);
  }

  /// The next message, which has to be of that type.
  JsonNode next(String type) {
    JsonNode message = any();
    if (!message.path("type").asText().equals(type)) {
      throw new AssertionError("not " + type + " but " + message);
    }
    return message;
  }

  /// The next message of that type; others are skipped.
  JsonNode await(String type) {
    while (true) {
      JsonNode message = any();
      if (message.path("type").asText().equals(type)) {
        return message;
      }
    }
  }

  /// All messages up to the next of that type, with it.
  List<JsonNode> upTo(String type) {
    var all = new ArrayList<JsonNode>();
    do {
      all.add(any());
    } while (!all.getLast().path("type").asText().equals(type));
    return all;
  }

  /// The next message of that type; until it comes, this is done again and again.
  JsonNode await(String type, Runnable meanwhile) {
    Wait.until(
        type,
        () -> {
          meanwhile.run();
          return heard.stream().anyMatch(m -> m.path("type").asText().equals(type));
        });
    return await(type);
  }

  /// The next error, whose code it has to be.
  JsonNode error(String code) {
    JsonNode error = await("error");
    if (!error.path("code").asText().equals(code)) {
      throw new AssertionError("not " + code + " but " + error);
    }
    return error;
  }

  private JsonNode any() {
    try {
      JsonNode message = heard.poll(Wait.LONG.toMillis(), TimeUnit.MILLISECONDS);
      if (message == null) {
        throw new AssertionError("nothing was heard");
      }
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// That nothing was heard up to now: a question goes round, and only its answer comes.
  void silent() {
    say("{\"type\":\"ping\"}");
    next("pong");
  }

  /// The code with which the other side closed.
  int closeCode() {
    try {
      return closed.get(Wait.LONG.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  void close() {
    socket.resume(); // a reader that a test stopped would not hear of the end
    var unused = socket.close();
    var unusedToo = client.close();
  }
}
