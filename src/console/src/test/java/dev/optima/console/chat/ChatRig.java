package dev.optima.console.chat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.ServerClock;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.client.SignalTiming;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// The chat of one person on a scripted backend, without a window. Everything happens at once and
/// in order; time stands until it is moved.
final class ChatRig implements AutoCloseable {
  static final RoomId CHAT = Samples.JOHNS_ROOM;
  static final RoomId NOTES = RoomId.teamOf(Samples.JOHN);

  final ScriptedBackend backend;
  private final HttpExchange http = HttpExchange.standard();
  private final Path folder;
  private final Executor background;
  private final Executor ui;
  private SignalingClient signals;
  private Threads threads;
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  private ChatRig(Path folder, Executor background, Executor ui) throws Exception {
    this.folder = folder;
    this.background = background;
    this.ui = ui;
    backend = ScriptedBackend.start(Samples.elif());
    signals = connection();
    threads = open();
  }

  static ChatRig on(Path folder) throws Exception {
    return on(folder, Runnable::run, Runnable::run);
  }

  static ChatRig on(Path folder, Executor background, Executor ui) throws Exception {
    return new ChatRig(folder, background, ui);
  }

  private SignalingClient connection() {
    return new SignalingClient(
        backend.address().socket(),
        ScriptedBackend.TOKEN,
        SignalTiming.standard(),
        InstantSource.system(),
        new ServerClock(InstantSource.system()),
        event -> {});
  }

  private Threads open() {
    return new Threads(
        new ChatGround(
            Samples.ELIF,
            ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN),
            signals,
            new Tasks(background, ui),
            () -> now,
            ZoneId.of("Europe/Istanbul"),
            folder));
  }

  /// Begins to connect for real, so that the backend hears what is said.
  void dial() throws InterruptedException {
    signals.start();
    backend.socket().next(ClientMessage.Hello.class);
  }

  /// Connects for real, and waits until the connection carries.
  void connect() throws InterruptedException {
    dial();
    signals.chat(new ClientMessage.ChatSend(RoomId.of(Samples.AYSE), "ready", "?", null, null));
    backend.socket().next(ClientMessage.ChatSend.class);
  }

  /// The console is closed and started again.
  void restart() {
    threads.close();
    signals.close();
    signals = connection();
    threads = open();
  }

  ThreadViewModel thread() {
    return threads.of(CHAT);
  }

  Threads threads() {
    return threads;
  }

  Instant now() {
    return now;
  }

  void later(long seconds) {
    now = now.plusSeconds(seconds);
  }

  void tick() {
    threads.tick(now);
  }

  /// Something is said, and stored; nobody is told.
  ChatEntry said(RoomId room, UserId who, String body) {
    return backend.says(room, who, who.value(), body, now);
  }

  void say(ServerMessage message) {
    threads.on(new SignalEvent.Received(message));
  }

  void tell(ChatEntry entry) {
    say(new ServerMessage.ChatMessage(entry));
  }

  void welcome() {
    say(
        new ServerMessage.Welcome(
            Samples.ELIF, "Elif Kaya", Role.RECRUITER, now, List.of(), Map.of(), List.of(), null));
  }

  /// The bodies of what is shown, in order.
  List<String> bodies() {
    return thread().items().stream()
        .filter(ThreadItem.Said.class::isInstance)
        .map(item -> ((ThreadItem.Said) item).entry().body())
        .toList();
  }

  List<ThreadItem.Sending> sending() {
    return thread().items().stream()
        .filter(ThreadItem.Sending.class::isInstance)
        .map(ThreadItem.Sending.class::cast)
        .toList();
  }

  ThreadItem.Said last() {
    return thread().items().stream()
        .filter(ThreadItem.Said.class::isInstance)
        .map(ThreadItem.Said.class::cast)
        .reduce((_, b) -> b)
        .orElseThrow();
  }

  @Override
  public void close() throws Exception {
    signals.close();
    backend.close();
    http.close();
  }
}
