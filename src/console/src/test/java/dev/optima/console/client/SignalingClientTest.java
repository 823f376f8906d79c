package dev.optima.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a real WebSocket server in this process, whose faults are ordered.
class SignalingClientTest {
  private static final Backoff SOON =
      new Backoff(Duration.ofMillis(80), Duration.ofMillis(300), () -> 1);

  /// Gives up on nobody, however slow this machine is just now.
  private static final SignalTiming QUICK =
      new SignalTiming(
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofMillis(100),
          Duration.ofSeconds(30),
          SOON);

  /// For who is to give up.
  private static final SignalTiming IMPATIENT =
      new SignalTiming(
          Duration.ofSeconds(2),
          Duration.ofMillis(700),
          Duration.ofMillis(100),
          Duration.ofMillis(600),
          SOON);

  private final BlockingQueue<SignalEvent> events = new LinkedBlockingQueue<>();
  private final ServerClock clock = new ServerClock(InstantSource.system());
  private ScriptedBackend backend;
  private SignalingClient client;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    client = client(QUICK);
  }

  private SignalingClient client(SignalTiming timing) {
    return new SignalingClient(
        backend.address().socket(),
        ScriptedBackend.TOKEN,
        timing,
        InstantSource.system(),
        clock,
        events::add);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    backend.close();
  }

  @Test
  void saysHelloWithTheTokenAndIsWelcomed() throws Exception {
    client.start();
    assertThat(backend.socket().next(ClientMessage.Hello.class).token())
        .isEqualTo(ScriptedBackend.TOKEN);
    awaitOnline();
    assertThat(next(ServerMessage.Welcome.class).userId()).isEqualTo(Samples.ELIF);
  }

  @Test
  void deliversInOrder() throws Exception {
    client.start();
    awaitOnline();
    next(ServerMessage.Welcome.class);
    for (long seq = 1; seq <= 200; seq++) {
      backend.socket().say(message(seq));
    }
    List<Long> seen = new ArrayList<>();
    while (seen.size() < 200) {
      seen.add(next(ServerMessage.ChatMessage.class).entry().seq());
    }
    assertThat(seen).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void resumesAfterTheLastSeqOfEachRoom() throws Exception {
    client.start();
    awaitOnline();
    backend.socket().next(ClientMessage.Hello.class);
    backend.socket().say(message(7));
    next(ServerMessage.ChatMessage.class);
    client.seen(new dev.optima.protocol.id.RoomId("applicant_ayse"), 3);
    backend.socket().cut();
    ClientMessage.Hello again = backend.socket().next(ClientMessage.Hello.class);
    assertThat(again.lastSeq())
        .containsEntry("applicant_john", 7L)
        .containsEntry("applicant_ayse", 3L);
    awaitOnline();
  }

  @Test
  void sendsWhatWasNotAcknowledgedAgainWithTheSameKey() throws Exception {
    client.start();
    awaitOnline();
    client.chat(new ClientMessage.ChatSend(Samples.JOHNS_ROOM, "key-1", "Hello", null, null));
    assertThat(backend.socket().next(ClientMessage.ChatSend.class).key()).isEqualTo("key-1");
    backend.socket().cut();
    ClientMessage.ChatSend again = backend.socket().next(ClientMessage.ChatSend.class);
    assertThat(again.key()).isEqualTo("key-1");
    assertThat(again.body()).isEqualTo("Hello");
  }

  @Test
  void keepsWhatIsSaidWhileOfflineAndSendsItOnce() throws Exception {
    client.start();
    awaitOnline();
    backend.socket().setAcknowledging(true);
    backend.socket().setWelcoming(false);
    backend.socket().cut();
    awaitWaiting();
    client.chat(new ClientMessage.ChatSend(Samples.JOHNS_ROOM, "key-2", "Later", null, null));
    backend.socket().setWelcoming(true);
    assertThat(backend.socket().next(ClientMessage.ChatSend.class).key()).isEqualTo("key-2");
    next(ServerMessage.ChatAck.class);
    backend.socket().cut();
    awaitOnline();
    backend.socket().next(ClientMessage.Ping.class);
    assertThat(backend.socket().peek(ClientMessage.ChatSend.class)).isNull();
  }

  @Test
  void comesBackSoonAfterARestart() throws Exception {
    client.start();
    awaitOnline();
    backend.socket().closeAll(CloseCodes.SERVICE_RESTART);
    ConnectionState.Waiting waiting = awaitWaiting();
    assertThat(waiting.reason()).isEqualTo(ConnectionState.Reason.RESTART);
    awaitOnline();
  }

  @Test
  void noticesASilentServer() throws Exception {
    client = client(IMPATIENT);
    client.start();
    awaitOnline();
    backend.socket().setAnsweringPings(false);
    assertThat(awaitWaiting().reason()).isEqualTo(ConnectionState.Reason.LOST);
  }

  @Test
  void givesUpOnAServerThatNeverWelcomes() throws Exception {
    backend.socket().setWelcoming(false);
    client = client(IMPATIENT);
    client.start();
    awaitWaiting();
  }

  @Test
  void signsOutWhenTheSessionIsOverAndStaysSo() throws Exception {
    client.start();
    awaitOnline();
    backend.socket().next(ClientMessage.Hello.class);
    backend.socket().closeAll(CloseCodes.UNAUTHENTICATED);
    await(ConnectionState.SignedOut.class);
    assertThat(events.poll(600, TimeUnit.MILLISECONDS)).isNull();
    assertThat(backend.socket().peek(ClientMessage.Hello.class)).isNull();
  }

  @Test
  void signsOutWhenTheTokenIsRefused() throws Exception {
    client.start();
    awaitOnline();
    backend.socket().say(ServerMessage.Failure.of(ErrorCode.UNAUTHENTICATED, "no session", null));
    await(ConnectionState.SignedOut.class);
  }

  @Test
  void passesOverWhatItDoesNotUnderstand() throws Exception {
    client.start();
    awaitOnline();
    backend.socket().sayRaw("{\"type\":\"from_the_future\",\"x\":1}");
    backend.socket().sayRaw("not json");
    backend.socket().say(message(1));
    assertThat(next(ServerMessage.ChatMessage.class).entry().seq()).isEqualTo(1);
  }

  @Test
  void doesNotWaitWhenToldToRetry() throws Exception {
    SignalTiming patient =
        new SignalTiming(
            QUICK.connect(),
            QUICK.welcome(),
            QUICK.heartbeat(),
            QUICK.silence(),
            new Backoff(Duration.ofMinutes(5), Duration.ofMinutes(5), () -> 1));
    try (SignalingClient slow = client(patient)) {
      slow.start();
      awaitOnline();
      backend.socket().cut();
      awaitWaiting();
      slow.retryNow();
      awaitOnline();
    }
  }

  @Test
  void survivesAListenerThatFails() throws Exception {
    try (SignalingClient careless =
        new SignalingClient(
            backend.address().socket(),
            ScriptedBackend.TOKEN,
            QUICK,
            InstantSource.system(),
            clock,
            event -> {
              events.add(event);
              throw new IllegalStateException("a listener's own fault");
            })) {
      careless.start();
      awaitOnline();
      backend.socket().say(message(1));
      next(ServerMessage.ChatMessage.class);
    }
  }

  private static ServerMessage message(long seq) {
    return new ServerMessage.ChatMessage(
        Samples.text(
            Samples.JOHNS_ROOM, seq, Samples.JOHN, "John Doe", "message " + seq, Instant.now()));
  }

  private void awaitOnline() throws InterruptedException {
    await(ConnectionState.Online.class);
  }

  private ConnectionState.Waiting awaitWaiting() throws InterruptedException {
    return await(ConnectionState.Waiting.class);
  }

  private <T extends ConnectionState> T await(Class<T> type) throws InterruptedException {
    while (true) {
      SignalEvent event = events.poll(60, TimeUnit.SECONDS);
      assertThat(event).as("an event before %s", type.getSimpleName()).isNotNull();
      if (event instanceof SignalEvent.Connection(ConnectionState state)
          && type.isInstance(state)) {
        return type.cast(state);
      }
    }
  }

  private <T extends ServerMessage> T next(Class<T> type) throws InterruptedException {
    while (true) {
      SignalEvent event = events.poll(60, TimeUnit.SECONDS);
      assertThat(event).as("an event before %s", type.getSimpleName()).isNotNull();
      if (event instanceof SignalEvent.Received(ServerMessage message)
          && type.isInstance(message)) {
        return type.cast(message);
      }
    }
  }
}
