package dev.optima.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CallList;
import dev.optima.protocol.rest.MessageList;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A scripted peer in the place of the backend: answers the pages' REST and WebSocket as a test
/// tells it to, in the records of the protocol, and keeps what it heard. What a page says and no
/// client may say fails the test.
final class ScriptedBackend {

  /// What a request is answered with; a null body is none.
  record Answer(int status, @Nullable Object body) {}

  final List<ClientMessage> heard = new ArrayList<>();
  final List<String> requests = new ArrayList<>();
  final List<ChatEntry> entries = new ArrayList<>();
  final List<CallSnapshot> history = new ArrayList<>();
  final List<ServerMessage> afterWelcome = new ArrayList<>();
  final Map<String, Function<Request, Answer>> rest = new HashMap<>();
  List<CallSnapshot> live = List.of();
  Consumer<ClientMessage> listener = message -> {};
  long delivered;
  long read;
  boolean down;
  private final List<WebSocketRoute> lines = new ArrayList<>();
  private final UserId me;
  private final Role role;
  private @Nullable CallId only;

  ScriptedBackend(BrowserContext context, UserId me, Role role) {
    this.me = me;
    this.role = role;
    context.routeWebSocket(Pattern.compile("/ws$"), this::connect);
    context.route(Pattern.compile("/api/"), this::answer);
    rest.put("GET /api/sessions/current", request -> new Answer(200, Story.john("en")));
    rest.put("PATCH /api/sessions/current", request -> new Answer(204, null));
    rest.put("GET /api/rooms/applicant_john/messages", this::messages);
    rest.put(
        "GET /api/video-calls/history/applicant_john",
        request -> new Answer(200, new CallList(List.copyOf(history), null)));
  }

  /// Behaves as the line of a call page.
  ScriptedBackend forCall(CallId call) {
    only = call;
    return this;
  }

  private void connect(WebSocketRoute line) {
    if (down) {
      line.close();
      return;
    }
    lines.add(line);
    line.onMessage(frame -> hear(line, frame.text()));
    line.onClose((code, reason) -> lines.remove(line));
  }

  private void hear(WebSocketRoute line, String text) {
    ClientMessage message;
    try {
      message = Json.clientMessage(text);
    } catch (JsonRefusal e) {
      throw new AssertionError("the page said what no client may say: " + text, e);
    }
    heard.add(message);
    switch (message) {
      case ClientMessage.Hello _ -> {
        send(line, welcome());
        afterWelcome.forEach(more -> send(line, more));
      }
      case ClientMessage.Ping _ -> send(line, new ServerMessage.Pong(Instant.now()));
      case ClientMessage.ChatSend said -> store(said);
      default -> {}
    }
    listener.accept(message);
  }

  private ServerMessage welcome() {
    return new ServerMessage.Welcome(
        me,
        role == Role.APPLICANT ? "John Doe" : "Elif Kaya",
        role,
        Instant.now(),
        live,
        Map.of(),
        null,
        only);
  }

  private void store(ClientMessage.ChatSend said) {
    ChatEntry entry =
        entries.stream()
            .filter(known -> said.key().equals(known.key()))
            .findFirst()
            .orElseGet(
                () -> {
                  var fresh =
                      Story.text(entries.size() + 1L, me, said.body(), Instant.now(), said.key());
                  entries.add(fresh);
                  return fresh;
                });
    say(
        new ServerMessage.ChatAck(
            Story.ROOM, said.key(), new MessageId("m" + entry.seq()), entry.seq(), entry.sentAt()));
    say(new ServerMessage.ChatMessage(entry));
  }

  private Answer messages(Request request) {
    Map<String, Long> query = new HashMap<>();
    for (String part : String.valueOf(URI.create(request.url()).getQuery()).split("&")) {
      String[] pair = part.split("=");
      query.put(pair[0], Long.valueOf(pair[1]));
    }
    long before = query.getOrDefault("before", Long.MAX_VALUE);
    long after = query.getOrDefault("after", 0L);
    long limit = query.getOrDefault("limit", 50L);
    List<ChatEntry> found =
        entries.stream().filter(e -> e.seq() > after && e.seq() < before).toList();
    int from = query.containsKey("after") ? 0 : (int) Math.max(0, found.size() - limit);
    int to = (int) Math.min(found.size(), from + limit);
    return new Answer(
        200, new MessageList(found.subList(from, to), entries.size(), read, delivered, 0));
  }

  private void answer(Route route) {
    Request request = route.request();
    String act = request.method() + " " + URI.create(request.url()).getPath();
    requests.add(act);
    if (down) {
      route.abort();
      return;
    }
    Answer answer =
        rest.getOrDefault(act, unknown -> new Answer(404, Map.of("code", "not_found")))
            .apply(request);
    var options =
        new Route.FulfillOptions().setStatus(answer.status()).setContentType("application/json");
    route.fulfill(answer.body() == null ? options : options.setBody(Json.write(answer.body())));
  }

  /// Says something to every open line.
  void say(ServerMessage message) {
    List.copyOf(lines).forEach(line -> send(line, message));
  }

  private static void send(WebSocketRoute line, ServerMessage message) {
    line.send(Json.write(message));
  }

  /// Cuts every line; while `down`, none comes up again.
  void cut() {
    List<WebSocketRoute> open = List.copyOf(lines);
    lines.clear();
    open.forEach(WebSocketRoute::close);
  }

  <T extends ClientMessage> List<T> heard(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
