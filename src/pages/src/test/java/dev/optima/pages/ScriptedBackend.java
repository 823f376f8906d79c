package dev.optima.pages;

import com.microsoft.playwright.BrowserContext;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CallList;
import dev.optima.protocol.rest.Meetings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A scripted peer in the place of the backend: answers the pages' REST and WebSocket as a test
/// tells it to, in the records of the protocol, and keeps what it heard. What a page says and no
/// client may say fails the test.
final class ScriptedBackend {

  /// What a request is answered with; a null body is none, bytes are a picture, status 0 is no
  /// answer at all.
  record Answer(int status, @Nullable Object body) {}

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final List<ClientMessage> heard = new CopyOnWriteArrayList<>();

  /// What a page said and no client may say.
  final List<String> broken = new CopyOnWriteArrayList<>();

  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<CallSnapshot> history = new CopyOnWriteArrayList<>();
  final List<Meeting> meetings = new CopyOnWriteArrayList<>();
  final List<ServerMessage> afterWelcome = new CopyOnWriteArrayList<>();
  final Map<String, Function<Asked, Answer>> rest = new ConcurrentHashMap<>();
  volatile List<CallSnapshot> live = List.of();
  Consumer<ClientMessage> listener = message -> {};
  volatile boolean down;

  /// Answers nothing that is said about the room.
  boolean deaf;

  private final List<Line> lines = new CopyOnWriteArrayList<>();
  final ScriptedRoom room;
  final List<ChatEntry> entries;
  private final UserId me;
  private final Role role;
  private @Nullable CallId only;

  /// Answers the pages of this context.
  ScriptedBackend(BrowserContext context, UserId me, Role role) {
    this(me, role);
    PlaywrightLines.lead(context, this);
  }

  /// Answers whom [PageServer#serve] leads here.
  ScriptedBackend(UserId me, Role role) {
    this.me = me;
    this.role = role;
    room = new ScriptedRoom(me);
    entries = room.entries;
    rest.put("GET /api/sessions/current", request -> new Answer(200, Story.john("en")));
    rest.put("PATCH /api/sessions/current", request -> new Answer(204, null));
    rest.put(
        "GET /api/video-calls/history/applicant_john",
        request -> new Answer(200, new CallList(List.copyOf(history), null)));
    rest.put(
        "GET /api/meetings/john",
        request -> new Answer(200, new Meetings(List.copyOf(meetings), null)));
  }

  /// Behaves as the line of a call page.
  ScriptedBackend forCall(CallId call) {
    only = call;
    return this;
  }

  /// A page opened a line; says whether it is taken.
  synchronized boolean opened(Line line) {
    if (down) {
      line.close();
      return false;
    }
    lines.add(line);
    return true;
  }

  void closed(Line line) {
    lines.remove(line);
  }

  synchronized void hear(Line line, String text) {
    ClientMessage message;
    try {
      message = Json.clientMessage(text);
    } catch (JsonRefusal e) {
      broken.add(text);
      throw new AssertionError("the page said what no client may say: " + text, e);
    }
    heard.add(message);
    switch (message) {
      case ClientMessage.Hello hello -> {
        send(line, welcome(hello));
        afterWelcome.forEach(more -> send(line, more));
      }
      case ClientMessage.Ping _ -> send(line, new ServerMessage.Pong(Instant.now()));
      default -> {
        if (!deaf) {
          room.hear(message).forEach(this::say);
        }
      }
    }
    notifyAll();
    listener.accept(message);
  }

  private ServerMessage welcome(ClientMessage.Hello hello) {
    return new ServerMessage.Welcome(
        me,
        role == Role.APPLICANT ? "John Doe" : "Elif Kaya",
        role,
        Instant.now(),
        live,
        Map.of(),
        null,
        hello.token() == null ? only : Side.CALL);
  }

  /// The answer to a request; nothing if nobody is there to answer.
  synchronized Optional<Answer> reply(Asked asked) {
    String act = asked.method() + " " + URI.create(asked.url()).getPath();
    requests.add(act);
    notifyAll();
    if (down) {
      return Optional.empty();
    }
    Function<Asked, Answer> scripted = rest.get(act);
    if (scripted != null) {
      return Optional.of(scripted.apply(asked));
    }
    Answer answer =
        room.answer(asked).orElseGet(() -> new Answer(404, Map.of("code", "not_found")));
    return answer.status() == 0 ? Optional.empty() : Optional.of(answer);
  }

  /// Says something to every open line.
  void say(ServerMessage message) {
    List.copyOf(lines).forEach(line -> send(line, message));
  }

  private static void send(Line line, ServerMessage message) {
    line.send(Json.write(message));
  }

  /// Cuts every line; while `down`, none comes up again.
  void cut() {
    List<Line> open = List.copyOf(lines);
    lines.clear();
    open.forEach(Line::close);
  }

  <T extends ClientMessage> List<T> heard(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// Waits until that much of a kind was heard. Only for pages over a real socket: Playwright's are
  /// heard while the test itself waits in the browser.
  synchronized <T extends ClientMessage> List<T> await(Class<T> type, int count) {
    until(() -> heard(type).size() >= count, type.getSimpleName());
    return heard(type);
  }

  /// Waits until this was asked.
  synchronized void await(String request) {
    until(() -> requests.contains(request), request);
  }

  private void until(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
          throw new AssertionError("not heard: " + what + ", but " + heard + ", " + requests);
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
