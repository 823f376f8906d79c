package dev.optima.backend.http;

import dev.optima.protocol.json.Json;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// `/healthz`, `/readyz` and `/metrics`, for those who run the server.
public final class HealthRoutes {
  private static final Set<String> THIS_MACHINE =
      Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1", "0:0:0:0:0:0:0:1%0");

  private final Vertx vertx;
  private final Executor workers;
  private final BooleanSupplier ready;
  private final Supplier<PrometheusMeterRegistry> metrics;
  private final Set<String> readers;

  /// @param ready whether requests can be answered now; may take its time
  /// @param readers addresses that may read the metrics, besides this machine
  public HealthRoutes(
      Vertx vertx,
      Executor workers,
      BooleanSupplier ready,
      Supplier<PrometheusMeterRegistry> metrics,
      Set<String> readers) {
    this.vertx = vertx;
    this.workers = workers;
    this.ready = ready;
    this.metrics = metrics;
    this.readers = readers;
  }

  public void mount(Router router) {
    PageRoutes.read(router, "/healthz").handler(context -> send(context, 200, "alive"));
    PageRoutes.read(router, "/readyz").handler(this::readiness);
    PageRoutes.read(router, "/metrics").handler(this::metrics);
  }

  private void readiness(RoutingContext context) {
    Context loop = vertx.getOrCreateContext();
    workers.execute(
        () -> {
          boolean good = ready.getAsBoolean();
          loop.runOnContext(
              nothing -> send(context, good ? 200 : 503, good ? "ready" : "not ready"));
        });
  }

  private void metrics(RoutingContext context) {
    String peer = context.request().connection().remoteAddress().hostAddress();
    boolean forwarded = context.request().getHeader("X-Forwarded-For") != null;
    if (forwarded || peer == null || !(THIS_MACHINE.contains(peer) || readers.contains(peer))) {
      context.fail(404);
      return;
    }
    Context loop = vertx.getOrCreateContext();
    workers.execute(
        () -> {
          String text = metrics.get().scrape();
          loop.runOnContext(
              nothing ->
                  context
                      .response()
                      .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                      .putHeader("Cache-Control", "no-store")
                      .end(text));
        });
  }

  private static void send(RoutingContext context, int status, String text) {
    if (!context.response().closed()) {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/json")
          .putHeader("Cache-Control", "no-store")
          .end(Json.write(Map.of("status", text)));
    }
  }
}
