package dev.optima.acceptance.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.optima.acceptance.client.Rest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Somebody on a plain WebSocket who speaks the contract by its names.
public final class ContractSocket implements WebSocket.Listener, AutoCloseable {
  /// How long anything may take that should happen at once; how soon it does is measured by `mvn
  /// -Pload`.
  public static final Duration SOON = Duration.ofSeconds(30);

  private static final JsonMapper JSON = new JsonMapper();

  private final List<JsonNode> received = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private @Nullable WebSocket socket;
  private int read;

  private ContractSocket() {}

  /// Opens a connection that has said nothing yet.
  ///
  /// @param headers such as `Cookie` or `Origin`
  public static ContractSocket open(URI backend, Map<String, String> headers) {
    ContractSocket opened = new ContractSocket();
    WebSocket.Builder builder =
        HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(SOON);
    headers.forEach(builder::header);
    opened.socket = builder.buildAsync(url(backend), opened).join();
    return opened;
  }

  /// With a token, greeted.
  public static ContractSocket withToken(URI backend, String token) {
    ContractSocket opened = open(backend, Map.of());
    opened.say("hello", "token", token);
    opened.await("welcome");
    return opened;
  }

  /// With an applicant's cookie, as a browser has it, greeted.
  public static ContractSocket withCookie(URI backend, String session) {
    ContractSocket opened =
        open(backend, Map.of("Cookie", Rest.COOKIE + "=" + session, "Origin", backend.toString()));
    opened.say("hello");
    opened.await("welcome");
    return opened;
  }

  /// The address of the signalling.
  public static URI url(URI backend) {
    return URI.create("ws" + backend.toString().substring("http".length())).resolve("/ws");
  }

  /// Says a message: its type, then names and values in turn.
  public void say(String type, Object... fields) {
    var message = JSON.createObjectNode().put("type", type);
    for (int i = 0; i < fields.length; i += 2) {
      message.set((String) fields[i], JSON.valueToTree(fields[i + 1]));
    }
    sayRaw(message.toString());
  }

  public void sayRaw(String text) {
    webSocket().sendText(text, true).orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
  }

  WebSocket webSocket() {
    WebSocket open = socket;
    if (open == null) {
      throw new IllegalStateException("not open");
    }
    return open;
  }

  /// The next message of a type, in the order in which they came.
  public JsonNode await(String type) {
    return await(type, _ -> true);
  }

  public JsonNode await(String type, Predicate<JsonNode> which) {
    return await(type, SOON, which);
  }

  /// The next message of a type that fits; what came before it is passed over.
  ///
  /// @throws AssertionError if none comes in time, with what did come
  public synchronized JsonNode await(String type, Duration most, Predicate<JsonNode> which) {
    long end = System.nanoTime() + most.toNanos();
    int next = read;
    while (true) {
      for (; next < received.size(); next++) {
        JsonNode message = received.get(next);
        if (message.path("type").asText().equals(type) && which.test(message)) {
          read = next + 1;
          return message;
        }
      }
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(
            "no "
                + type
                + " within "
                + most.toMillis()
                + " ms; came: "
                + received.subList(read, received.size())
                + (closed.isDone() ? "; closed with " + closed.join() : ""));
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  /// The call of the next event of a type about a call that is in `state`.
  public JsonNode awaitCall(String type, String callId) {
    return await(type, m -> callId(m).equals(callId));
  }

  /// The id of the call that a message is about.
  public static String callId(JsonNode message) {
    return message.path("call_id").asText(message.path("call").path("call_id").asText());
  }

  /// How many messages of a type have come so far, also those that were passed over.
  public synchronized long count(String type) {
    return received.stream().filter(m -> m.path("type").asText().equals(type)).count();
  }

  /// All messages so far.
  public synchronized List<JsonNode> all() {
    return List.copyOf(received);
  }

  /// Waits until the server has answered everything before this: what has not come until then does
  /// not come.
  public void settle() {
    say("ping");
    await("pong");
  }

  /// The code with which the server closes this connection.
  ///
  /// @throws AssertionError if it does not soon
  public int awaitClose() {
    return awaitClose(SOON);
  }

  /// The code with which the server closes this connection.
  ///
  /// @throws AssertionError if it does not within `most`
  public int awaitClose(Duration most) {
    return closed
        .completeOnTimeout(-1, most.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(
            code -> {
              if (code == -1) {
                throw new AssertionError("not closed within " + most.toMillis() + " ms");
              }
              return code;
            })
        .join();
  }

  /// Waits until nothing goes through any more. It says something again and again: this client may
  /// not notice by itself that its line is dead.
  public void awaitBroken(Duration most) {
    Wait.until("the connection is broken", most, () -> isClosed() || !carries());
  }

  private boolean carries() {
    try {
      say("ping");
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  public boolean isClosed() {
    return closed.isDone();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      String text = part.toString();
      part.setLength(0);
      synchronized (this) {
        received.add(parse(text));
        notifyAll();
      }
    }
    webSocket.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode().put("type", "not JSON").put("text", text);
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    ended(code);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    ended(1006);
  }

  private synchronized void ended(int code) {
    closed.complete(code);
    notifyAll();
  }

  /// Gone without a goodbye, as when a cable is pulled.
  public void drop() {
    webSocket().abort();
    ended(1006);
  }

  @Override
  public void close() {
    WebSocket open = socket;
    if (open != null && !closed.isDone()) {
      var unused = open.sendClose(WebSocket.NORMAL_CLOSURE, "");
      open.abort();
    }
  }
}
