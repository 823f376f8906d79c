package dev.optima.acceptance.check;

import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.CuttableProxy;
import dev.optima.console.chat.ChatGround;
import dev.optima.console.chat.ComposerViewModel;
import dev.optima.console.chat.ThreadItem;
import dev.optima.console.chat.ThreadViewModel;
import dev.optima.console.chat.Threads;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.Backoff;
import dev.optima.console.client.ConnectionState;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.ServerAddress;
import dev.optima.console.client.ServerClock;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.client.SignalTiming;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/// The console's chat without its window: its connection and its view models are the real ones, and
/// one thread stands for the FX thread.
final class ConsoleScreen implements Screen, AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final CuttableProxy cable;
  private final HttpExchange http = HttpExchange.standard();
  private final ExecutorService fx =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("as-fx").factory());
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final Tasks tasks =
      new Tasks(work -> Thread.ofVirtual().name("console").start(work), this::onFx);
  private final RoomId room;
  private final SignalingClient signals;
  private final Threads threads;
  private volatile boolean online;

  /// @param folder where the console keeps what is unsent
  ConsoleScreen(Member who, UserId applicant, CuttableProxy cable, Path folder, long seed) {
    this.cable = cable;
    room = RoomId.of(applicant);
    ServerAddress server = ServerAddress.of(cable.url());
    InstantSource local = InstantSource.system();
    var clock = new ServerClock(local);
    signals =
        new SignalingClient(
            server.socket(),
            who.token(),
            timing(new java.util.Random(seed)),
            local,
            clock,
            event -> tasks.later(() -> on(event)));
    threads =
        new Threads(
            new ChatGround(
                new UserId(who.userId()),
                ApiClient.anonymous(http, server).as(who.token()),
                signals,
                tasks,
                clock,
                ZoneOffset.UTC,
                folder));
  }

  /// As in the console, but less patient: a run is short.
  private static SignalTiming timing(RandomGenerator random) {
    SignalTiming standard = SignalTiming.standard();
    return new SignalTiming(
        standard.connect(),
        standard.welcome(),
        standard.heartbeat(),
        standard.silence(),
        new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2), random::nextDouble));
  }

  /// Signs in and opens the applicant's thread.
  void open() {
    asFx(
        () -> {
          signals.start();
          thread().open();
          thread().look(this, true, true);
          return true;
        });
  }

  private void on(SignalEvent event) {
    if (event instanceof SignalEvent.Connection(ConnectionState state)) {
      online = state instanceof ConnectionState.Online;
    }
    threads.on(event);
  }

  private ThreadViewModel thread() {
    return threads.of(room);
  }

  /// What went wrong on the thread that stands for the FX thread.
  List<Throwable> failures() {
    return failures;
  }

  @Override
  public boolean isOnline() {
    return online;
  }

  @Override
  public CuttableProxy cable() {
    return cable;
  }

  @Override
  public void say(String words) {
    say(words, ComposerViewModel.Mode.CHAT);
  }

  /// Writes a note for the team.
  void note(String words) {
    say(words, ComposerViewModel.Mode.NOTE);
  }

  private void say(String words, ComposerViewModel.Mode mode) {
    asFx(
        () -> {
          ComposerViewModel composer = thread().composer();
          composer.write(mode);
          composer.text().set(words);
          composer.send();
          composer.write(ComposerViewModel.Mode.CHAT);
          return true;
        });
  }

  @Override
  public void change(int times) {
    asFx(
        () -> {
          ComposerViewModel composer = thread().composer();
          if (composer.editLast()) {
            String key = Words.keyIn(composer.text().get());
            composer.text().set(Words.edited(key, times));
            composer.send();
          }
          return true;
        });
  }

  @Override
  public void react() {
    asFx(
        () -> {
          newest(false).ifPresent(said -> thread().own().react(said.entry(), "👍"));
          return true;
        });
  }

  /// Takes the recruiter's newest message back.
  ///
  /// @return what it said
  Optional<String> takeBack() {
    return asFx(
        () -> {
          Optional<ThreadItem.Said> mine = newest(true);
          mine.ifPresent(said -> thread().own().delete(said.entry()));
          return mine.map(said -> said.entry().body());
        });
  }

  private Optional<ThreadItem.Said> newest(boolean mine) {
    return said(room).reversed().stream()
        .filter(said -> said.mine() == mine && said.entry().deletedAt() == null)
        .findFirst();
  }

  private List<ThreadItem.Said> said(RoomId where) {
    return thread().items().stream()
        .filter(ThreadItem.Said.class::isInstance)
        .map(ThreadItem.Said.class::cast)
        .filter(said -> said.entry().roomId().equals(where))
        .toList();
  }

  @Override
  public Glance glance() {
    return asFx(() -> glance(room));
  }

  /// What is shown of the team's notes.
  Glance notes() {
    return asFx(() -> glance(RoomId.teamOf(room.applicant())));
  }

  private Glance glance(RoomId where) {
    var waiting = new ArrayList<String>();
    for (ThreadItem item : thread().items()) {
      if (item instanceof ThreadItem.Sending sending && sending.unsent().room().equals(where)) {
        waiting.add(sending.unsent().body());
      }
    }
    return new Glance(said(where).stream().map(ConsoleScreen::row).toList(), waiting);
  }

  private static Glance.Row row(ThreadItem.Said said) {
    ChatEntry entry = said.entry();
    var reactions = new TreeMap<String, Integer>();
    if (entry.reactions() != null) {
      entry.reactions().forEach(one -> reactions.put(one.emoji(), one.by().size()));
    }
    boolean deleted = entry.deletedAt() != null;
    return new Glance.Row(entry.seq(), entry.body(), deleted, reactions, said.pending());
  }

  @Override
  public void back() {
    asFx(
        () -> {
          thread().loadOlder();
          return true;
        });
  }

  private void onFx(Runnable work) {
    fx.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error e) {
            failures.add(e);
          }
        });
  }

  private <T> T asFx(Callable<T> work) {
    try {
      return fx.submit(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the console failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    signals.close();
    fx.shutdown();
    http.close();
  }
}
