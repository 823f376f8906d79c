package dev.optima.backend.http;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// The one port: REST, pages, health, and the WebSocket at `/ws`, which somebody else answers. One
/// server on each event loop, so that all cores accept.
public final class WebServer {
  /// Vert.x: any port, the same for all servers of this number.
  private static final int ANY_SHARED = -1;

  private static final int MAX_HEADER = 16 * 1024;
  private static final int MAX_LINE = 4 * 1024;
  private static final Duration IDLE = Duration.ofSeconds(75);

  /// Where to listen.
  ///
  /// @param port 0 for any
  /// @param loops how many event loops accept
  /// @param publicUrl where people reach this server, if it is configured
  /// @param providers origins that the call page loads from
  public record Place(
      String host, int port, int loops, Optional<URI> publicUrl, List<String> providers) {
    public Place {
      providers = List.copyOf(providers);
    }
  }

  /// What is served.
  ///
  /// @param sockets handles requests for `/ws`
  /// @param organisation the name that applicants see
  /// @param options what the server must be told for the sockets
  public record Routes(
      ApiRoutes api,
      SetUpRoutes setUp,
      FeedRoutes feeds,
      HealthRoutes health,
      Handler<HttpServerRequest> sockets,
      String organisation,
      HttpServerOptions options) {}

  private final Vertx vertx;
  private final Place place;
  private final Routes routes;
  private final Optional<Certificate> certificate;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

  public WebServer(Vertx vertx, Place place, Routes routes, Optional<Certificate> certificate) {
    this.vertx = vertx;
    this.place = place;
    this.routes = routes;
    this.certificate = certificate;
  }

  /// Begins to listen, and tells on which port.
  public Future<Integer> start() {
    Handler<HttpServerRequest> handler = handler();
    int port = place.port() == 0 ? ANY_SHARED : place.port();
    return vertx
        .deployVerticle(
            () -> new Listener(handler, port), new DeploymentOptions().setInstances(place.loops()))
        .map(id -> servers.getFirst().actualPort())
        .onSuccess(actual -> certificate.ifPresent(c -> c.watch(vertx, servers)));
  }

  /// Accepts nothing new and lets what is under way come to its end, for a while.
  public Future<Void> stop(Duration patience) {
    return Future.join(
            servers.stream()
                .map(server -> server.shutdown(patience.toMillis(), TimeUnit.MILLISECONDS))
                .toList())
        .mapEmpty();
  }

  /// The address on which it listens.
  public URI address(int port) {
    String host = place.host().contains(":") ? "[" + place.host() + "]" : place.host();
    String shown = host.equals("0.0.0.0") || host.equals("[::]") ? "127.0.0.1" : host;
    return URI.create((certificate.isPresent() ? "https" : "http") + "://" + shown + ":" + port);
  }

  /// One server on one event loop; those of one port share it.
  private final class Listener extends VerticleBase {
    private final HttpServer server;
    private final int port;

    Listener(Handler<HttpServerRequest> handler, int port) {
      this.server = WebServer.this.vertx.createHttpServer(options()).requestHandler(handler);
      this.port = port;
      servers.add(server);
    }

    @Override
    public Future<?> start() {
      return server.listen(port, place.host());
    }
  }

  private HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions(routes.options())
            .setReuseAddress(true)
            .setTcpNoDelay(true)
            .setAcceptBacklog(4096)
            .setMaxHeaderSize(MAX_HEADER)
            .setMaxInitialLineLength(MAX_LINE)
            .setCompressionSupported(false)
            .setIdleTimeout((int) IDLE.toSeconds())
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    certificate.ifPresent(c -> c.addTo(options));
    return options;
  }

  private Handler<HttpServerRequest> handler() {
    Router router = Router.router(vertx);
    PageHeaders headers =
        new PageHeaders(place.publicUrl(), certificate.isPresent(), place.providers());
    router.route().handler(new AccessLog());
    router.route().handler(headers.forAll());
    routes.health().mount(router);
    routes.api().mount(router);
    routes.setUp().mount(router, headers);
    routes.feeds().mount(router);
    new PageRoutes(headers, routes.organisation()).mount(router);
    router.route().failureHandler(ApiRoutes::fail);
    router.errorHandler(404, c -> Problems.send(c, Refusal.notFound("there is nothing here")));
    router.errorHandler(405, WebServer::methodNotAllowed);
    return request -> {
      if (request.path() != null && request.path().equals("/ws")) {
        routes.sockets().handle(request);
      } else {
        router.handle(request);
      }
    };
  }

  private static void methodNotAllowed(RoutingContext context) {
    boolean form = context.request().path().startsWith("/setup/");
    context.response().putHeader("Allow", form ? "GET, HEAD, POST" : "GET, HEAD");
    Problems.send(
        context, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "this method is not allowed here"));
  }
}
