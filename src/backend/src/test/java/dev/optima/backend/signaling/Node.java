package dev.optima.backend.signaling;

import dev.optima.backend.account.Identity;
import dev.optima.backend.attachment.MessageFiles;
import dev.optima.backend.bus.LocalBus;
import dev.optima.backend.call.CallAnnouncer;
import dev.optima.backend.call.CallHistory;
import dev.optima.backend.call.CallKernel;
import dev.optima.backend.call.CallMeetings;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.call.CallService;
import dev.optima.backend.call.CallTimeline;
import dev.optima.backend.call.Interviews;
import dev.optima.backend.call.MeetingRooms;
import dev.optima.backend.chat.ChatFeed;
import dev.optima.backend.chat.ChatService;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.chat.Deliveries;
import dev.optima.backend.chat.ReadMarkStore;
import dev.optima.backend.mail.MailTexts;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.provider.DirectProvider;
import dev.optima.backend.provider.IceConfig;
import dev.optima.backend.provider.Providers;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.quality.QualityService;
import dev.optima.backend.store.Database;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A node with real sockets on a real database; sessions are a map.
final class Node implements AutoCloseable {
  final Database database;
  final Map<String, Identity> sessions = new ConcurrentHashMap<>();

  /// Whose session a token is.
  volatile Function<String, Optional<Identity>> lookUp =
      token -> Optional.ofNullable(sessions.get(token));

  final ChatService chat;
  final Deliveries deliveries;
  final SessionRegistry registry;
  final CallService calls;
  final CallTimeline timeline;
  final Interviews interviews;
  final CallHistory history;
  final MeetingRooms rooms;
  final SignalingMetrics metrics = new SignalingMetrics();
  final SignalingEndpoint endpoint;
  private final Vertx vertx;
  private final HttpServer server;
  private final List<Caller> callers = new ArrayList<>();

  Node(Vertx vertx, Database database, SignalingConfig config) {
    this.vertx = vertx;
    this.database = database;
    InstantSource clock = InstantSource.system();
    var bus = new LocalBus();
    var feed = new ChatFeed(bus);
    var chatStore = new ChatStore();
    var marks = new ReadMarkStore();
    chat = new ChatService(database, chatStore, marks, feed, new MessageFiles(gone -> {}), clock);
    deliveries = new Deliveries(database, marks, feed);
    registry = new SessionRegistry(bus, deliveries);
    Tickets tickets = Tickets.of(database, clock.instant());
    var provider =
        new DirectProvider(() -> URI.create("http://127.0.0.1"), IceConfig.NONE, tickets, clock);
    var announcer = new CallAnnouncer(bus, registry, Providers.only(provider));
    var outbox = new Outbox(false, new MailTexts("Optima"), Duration.ofDays(7));
    var kernel =
        new CallKernel(
            database,
            chatStore,
            feed,
            announcer,
            CallRules.DEFAULT,
            new CallKernel.Neighbours(outbox, CallMeetings.NONE),
            clock);
    calls = kernel.service();
    timeline = kernel.timeline();
    interviews = kernel.interviews();
    history = kernel.history();
    rooms = kernel.rooms();
    endpoint =
        new SignalingEndpoint(
            vertx,
            config,
            new SignalingEndpoint.Doors(
                origin -> origin.equals("https://ours.example"),
                request -> Objects.requireNonNullElse(request.getHeader("X-From"), "127.0.0.1"),
                "optima_session",
                token -> lookUp.apply(token),
                tickets),
            new SignalingEndpoint.Services(
                calls,
                kernel.timeline(),
                new QualityService(database, calls, clock),
                chat,
                registry,
                bus),
            metrics,
            clock);
    server =
        Wait.forResult(
            vertx
                .createHttpServer(SignalingEndpoint.prepare(new HttpServerOptions(), config))
                .requestHandler(endpoint)
                .listen(0, "127.0.0.1"));
  }

  int port() {
    return server.actualPort();
  }

  /// A person of the team with a session, whose token is the id.
  Identity recruiter(String id) {
    var identity =
        Identity.ofSession(new UserId(id), Role.RECRUITER, "Name of " + id, "session-" + id);
    sessions.put(id, identity);
    return identity;
  }

  /// An applicant with a room and a session, whose token is the id.
  Identity applicant(String id) {
    World.addApplicant(database, id, InstantSource.system());
    Identity identity = World.identity(id);
    sessions.put(id, identity);
    return identity;
  }

  /// Somebody who was made before.
  Identity who(String id) {
    return Objects.requireNonNull(sessions.get(id));
  }

  /// A socket that has said nothing yet.
  Caller connect() {
    var caller = new Caller(vertx, port(), Map.of());
    callers.add(caller);
    return caller;
  }

  Caller connect(Map<String, String> headers) {
    var caller = new Caller(vertx, port(), headers);
    callers.add(caller);
    return caller;
  }

  /// A socket that was welcomed.
  Caller hello(String token) {
    Caller caller = connect();
    caller.say("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
    caller.next("welcome");
    return caller;
  }

  @Override
  public void close() {
    callers.forEach(Caller::close);
    endpoint.close();
    Wait.forResult(server.close());
    database.close();
  }

  static Vertx vertx() {
    return Vertx.vertx();
  }

  static void stop(Vertx vertx) {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
