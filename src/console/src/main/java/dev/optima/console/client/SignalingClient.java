package dev.optima.console.client;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one connection to the backend's WebSocket. It says `hello`, keeps a heartbeat, comes back by
/// itself and resumes where it was: what was said meanwhile arrives, and what was not acknowledged
/// is sent again with the same key.
///
/// All state belongs to one thread; events are told on it, in the order in which they happened.
public final class SignalingClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SignalingClient.class);

  private final URI address;
  private final String token;
  private final SignalTiming timing;
  private final InstantSource local;
  private final ServerClock clock;
  private final Consumer<SignalEvent> listener;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("optima-signaling").factory());

  private final Resume resume = new Resume();
  private ConnectionState state = new ConnectionState.Connecting();
  private @Nullable SocketLink link;
  private @Nullable ScheduledFuture<?> timer;
  private Instant lastHeard = Instant.EPOCH;
  private Instant asked = Instant.EPOCH;
  private int attempt;
  private boolean closed;

  /// @param token of the session
  /// @param local this machine's clock
  /// @param clock learns the backend's time from here
  public SignalingClient(
      URI address,
      String token,
      SignalTiming timing,
      InstantSource local,
      ServerClock clock,
      Consumer<SignalEvent> listener) {
    this.address = address;
    this.token = token;
    this.timing = timing;
    this.local = local;
    this.clock = clock;
    this.listener = listener;
  }

  /// Begins to connect.
  public void start() {
    post(this::connect);
  }

  /// Does not wait for the next attempt.
  public void retryNow() {
    post(
        () -> {
          if (state instanceof ConnectionState.Waiting) {
            connect();
          }
        });
  }

  /// Says something now; dropped when there is no connection, since its moment is past then.
  public void send(ClientMessage message) {
    post(
        () -> {
          if (state instanceof ConnectionState.Online && link != null) {
            link.say(message);
          }
        });
  }

  /// Says something in a room: kept until it is acknowledged or refused.
  public void chat(ClientMessage.ChatSend message) {
    post(
        () -> {
          resume.said(message);
          if (state instanceof ConnectionState.Online && link != null) {
            link.say(message);
          }
        });
  }

  /// What is known of a room by other ways, so that a resume begins after it.
  public void seen(RoomId room, long seq) {
    post(() -> resume.seen(room, seq));
  }

  @Override
  public void close() {
    post(
        () -> {
          closed = true;
          stopTimer();
          if (link != null) {
            link.leave();
            link = null;
          }
          thread.shutdown();
        });
  }

  private void connect() {
    stopTimer();
    become(new ConnectionState.Connecting());
    SocketLink next =
        new SocketLink(address, timing.connect(), this::opened, this::heard, this::lost);
    link = next;
    next.connect();
    timer = after(timing.connect().plus(timing.connect()), () -> gaveUp(next));
  }

  private void opened(SocketLink from) {
    post(
        () -> {
          if (from != link) {
            return;
          }
          asked = local.instant();
          from.say(new ClientMessage.Hello(token, resume.lastSeq()));
          stopTimer();
          timer = after(timing.welcome(), () -> gaveUp(from));
        });
  }

  private void heard(SocketLink from, String text) {
    ServerMessage message;
    try {
      message = Json.serverMessage(text);
    } catch (JsonRefusal e) {
      LOG.debug("passed over a message: {}", e.getMessage());
      return;
    }
    post(
        () -> {
          if (from == link) {
            lastHeard = local.instant();
            take(message);
          }
        });
  }

  private void take(ServerMessage message) {
    switch (message) {
      case ServerMessage.Welcome welcome -> {
        welcomed(welcome);
        return;
      }
      case ServerMessage.Pong pong -> {
        clock.learn(asked, pong.serverTime(), local.instant());
        return;
      }
      case ServerMessage.Failure failure -> {
        if (failure.code() == ErrorCode.UNAUTHENTICATED) {
          signedOut();
          return;
        }
        resume.refused(failure.key());
      }
      case ServerMessage.ChatAck ack -> resume.acknowledged(ack);
      case ServerMessage.ChatMessage chat -> resume.seen(chat.entry().roomId(), chat.entry().seq());
      default -> {}
    }
    tell(new SignalEvent.Received(message));
  }

  private void welcomed(ServerMessage.Welcome welcome) {
    clock.learn(asked, welcome.serverTime(), local.instant());
    attempt = 0;
    stopTimer();
    become(new ConnectionState.Online());
    tell(new SignalEvent.Received(welcome));
    if (link != null) {
      resume.unacknowledged().forEach(link::say);
    }
    timer = after(timing.heartbeat(), this::beat);
  }

  private void beat() {
    if (link == null) {
      return;
    }
    if (Duration.between(lastHeard, local.instant()).compareTo(timing.silence()) > 0) {
      gaveUp(link);
      return;
    }
    asked = local.instant();
    link.say(new ClientMessage.Ping());
    timer = after(timing.heartbeat(), this::beat);
  }

  private void gaveUp(SocketLink from) {
    if (from == link) {
      LOG.info("no answer from {}", address);
      from.drop();
      again(ConnectionState.Reason.LOST);
    }
  }

  private void lost(SocketLink from, int code) {
    post(
        () -> {
          if (from != link || closed) {
            return;
          }
          if (code == CloseCodes.UNAUTHENTICATED) {
            signedOut();
          } else {
            again(
                code == CloseCodes.SERVICE_RESTART
                    ? ConnectionState.Reason.RESTART
                    : ConnectionState.Reason.LOST);
          }
        });
  }

  private void again(ConnectionState.Reason reason) {
    stopTimer();
    link = null;
    Duration wait =
        reason == ConnectionState.Reason.RESTART && attempt == 0
            ? timing.backoff().afterRestart()
            : timing.backoff().before(attempt);
    attempt++;
    become(new ConnectionState.Waiting(local.instant().plus(wait), reason));
    timer = after(wait, this::connect);
  }

  private void signedOut() {
    stopTimer();
    if (link != null) {
      link.drop();
      link = null;
    }
    become(new ConnectionState.SignedOut());
  }

  private void become(ConnectionState next) {
    state = next;
    tell(new SignalEvent.Connection(next));
  }

  private void tell(SignalEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      LOG.error("a listener failed at {}", event.getClass().getSimpleName(), e);
    }
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private ScheduledFuture<?> after(Duration wait, Runnable work) {
    return thread.schedule(
        () -> {
          if (!closed) {
            work.run();
          }
        },
        wait.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void post(Runnable work) {
    try {
      thread.execute(
          () -> {
            if (!closed) {
              work.run();
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("signalling is closed already");
    }
  }
}
