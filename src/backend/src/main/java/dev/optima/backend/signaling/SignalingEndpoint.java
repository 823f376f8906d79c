package dev.optima.backend.signaling;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.call.CallService;
import dev.optima.backend.call.CallTimeline;
import dev.optima.backend.chat.ChatService;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.quality.QualityService;
import dev.optima.backend.store.Ids;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/ws`: takes the upgrade, watches over the connections, and stops gracefully.
public final class SignalingEndpoint implements Handler<HttpServerRequest>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SignalingEndpoint.class);
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;

  private final Vertx vertx;
  private final SignalingConfig config;
  private final Doors doors;
  private final SessionRegistry registry;
  private final SignalingMetrics metrics;
  private final SignalingCommands commands;
  private final InstantSource clock;
  private final Inner inner = new Inner();
  private final Heartbeat heartbeat;
  private final Arrivals arrivals;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopping;

  /// Who may come in.
  ///
  /// @param origins whether a browser's `Origin` is one of ours; asked only if there is one, and
  ///   only if it is not that of the host that was asked
  /// @param addresses from where a request comes
  /// @param cookie the name of the session's cookie
  /// @param sessions who a session's token is; may block
  /// @param tickets of calls
  public record Doors(
      Predicate<String> origins,
      Function<HttpServerRequest, String> addresses,
      String cookie,
      Function<String, Optional<Identity>> sessions,
      Tickets tickets) {}

  /// The services behind the messages.
  public record Services(
      CallService calls,
      CallTimeline timeline,
      QualityService quality,
      ChatService chat,
      SessionRegistry registry,
      MessageBus bus) {}

  public SignalingEndpoint(
      Vertx vertx,
      SignalingConfig config,
      Doors doors,
      Services services,
      SignalingMetrics metrics,
      InstantSource clock) {
    this.vertx = vertx;
    this.config = config;
    this.doors = doors;
    this.metrics = metrics;
    this.clock = clock;
    registry = services.registry();
    var greeting =
        new Greeting(
            doors.sessions(),
            doors.tickets(),
            services.calls(),
            services.chat().history(),
            registry,
            services.bus(),
            clock);
    commands =
        new SignalingCommands(
            greeting,
            services.calls(),
            services.timeline(),
            services.quality(),
            services.chat(),
            services.bus(),
            metrics);
    heartbeat = new Heartbeat(vertx, config.pingEvery(), metrics);
    arrivals = new Arrivals(config.arrivalsOfOne(), config.arrivals());
  }

  /// What the server must be told for this endpoint: no compression (a cost and a bomb on small
  /// messages), and a frame just so much longer than a message that its length can be refused with
  /// an error.
  public static HttpServerOptions prepare(HttpServerOptions options, SignalingConfig config) {
    return options
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setRegisterWebSocketWriteHandlers(false)
        .setMaxWebSocketFrameSize(2 * config.maxMessageBytes())
        .setMaxWebSocketMessageSize(2 * config.maxMessageBytes())
        .setWebSocketClosingTimeout(2);
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (stopping) {
      refuse(request, UNAVAILABLE);
      return;
    }
    if (!isOurs(request)) {
      LOG.warn("A socket from a foreign origin was refused");
      refuse(request, FORBIDDEN);
      return;
    }
    arrivals
        .come(doors.addresses().apply(request))
        .ifPresentOrElse(arrival -> upgrade(request, arrival), () -> refuseForNow(request));
  }

  private void upgrade(HttpServerRequest request, Arrivals.Arrival arrival) {
    Cookie cookie = request.getCookie(doors.cookie());
    String token = cookie == null ? null : cookie.getValue();
    request
        .toWebSocket()
        .onSuccess(socket -> open(socket, token, arrival))
        .onFailure(
            cause -> {
              arrival.over();
              LOG.debug("An upgrade failed: {}", cause.getMessage());
            });
  }

  private void refuseForNow(HttpServerRequest request) {
    metrics.turnedAway.increment();
    request.response().putHeader("Retry-After", "2");
    refuse(request, UNAVAILABLE);
  }

  private static void refuse(HttpServerRequest request, int status) {
    var unused = request.response().setStatusCode(status).end();
  }

  private boolean isOurs(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    String scheme = request.isSSL() ? "https://" : "http://";
    return origin.equals(scheme + request.getHeader("Host")) || doors.origins().test(origin);
  }

  private void open(ServerWebSocket socket, @Nullable String cookie, Arrivals.Arrival arrival) {
    var connection = new Connection(Ids.next(), socket, cookie, arrival, inner);
    connections.add(connection);
    metrics.open.increment();
    heartbeat.add(connection);
    inner.later(config.helloWithin().toMillis(), () -> checkGreeted(connection));
    if (stopping) {
      connection.close(Connection.RESTART, "restarting");
    }
  }

  private static void checkGreeted(Connection connection) {
    if (!connection.isGreeted()) {
      connection.close(Connection.POLICY, "no hello in time");
    }
  }

  /// Takes no more, finishes what is under way, says goodbye with 1012. Blocks.
  @Override
  public void close() {
    stopping = true;
    heartbeat.close();
    connections.forEach(connection -> connection.stopReading());
    awaitWork();
    connections.forEach(connection -> connection.close(Connection.RESTART, "restarting"));
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (!connections.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    connections.forEach(Connection::drop);
    workers.shutdown();
  }

  private void awaitWork() {
    long end = System.nanoTime() + config.stopWithin().toNanos();
    while (System.nanoTime() < end && connections.stream().anyMatch(Connection::isBusy)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  /// What connections see of the endpoint.
  private final class Inner implements Signaling {
    @Override
    public SignalingConfig config() {
      return config;
    }

    @Override
    public SignalingMetrics metrics() {
      return metrics;
    }

    @Override
    public SignalingCommands commands() {
      return commands;
    }

    @Override
    public Instant now() {
      return clock.instant();
    }

    @Override
    public long millis() {
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void work(Runnable task) {
      try {
        workers.execute(task);
      } catch (RejectedExecutionException e) {
        LOG.debug("Too late: stopping");
      }
    }

    @Override
    public void later(long millis, Runnable task) {
      vertx.setTimer(Math.max(1, millis), timer -> task.run());
    }

    @Override
    public void closed(Connection connection) {
      if (!connections.remove(connection)) {
        return;
      }
      metrics.open.decrement();
      heartbeat.remove(connection);
      if (connection.identity() != null) {
        registry.remove(connection);
      }
    }
  }
}
