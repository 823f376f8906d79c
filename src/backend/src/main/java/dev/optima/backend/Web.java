package dev.optima.backend;

import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.http.ApiRoutes;
import dev.optima.backend.http.AttachmentRoutes;
import dev.optima.backend.http.Callers;
import dev.optima.backend.http.Certificate;
import dev.optima.backend.http.Contract;
import dev.optima.backend.http.FeedRoutes;
import dev.optima.backend.http.HealthRoutes;
import dev.optima.backend.http.Origins;
import dev.optima.backend.http.SetUpRoutes;
import dev.optima.backend.http.WebServer;
import dev.optima.backend.metrics.Meters;
import dev.optima.backend.signaling.SignalingConfig;
import dev.optima.backend.signaling.SignalingEndpoint;
import dev.optima.backend.signaling.SignalingMetrics;
import dev.optima.backend.store.Database;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/// What the world reaches of the services: HTTP and the socket, wired.
final class Web {
  private static final Duration CERTIFICATE_LOOK = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final ExecutorService workers;
  private final Services services;
  private final BackendConfig config;
  private final Meters meters;

  Web(Vertx vertx, ExecutorService workers, Services services, Meters meters) {
    this.vertx = vertx;
    this.workers = workers;
    this.services = services;
    this.config = services.around().config();
    this.meters = meters;
  }

  SignalingEndpoint sockets() {
    SignalingMetrics metrics = new SignalingMetrics();
    metrics.bindTo(meters.registry());
    return new SignalingEndpoint(
        vertx,
        SignalingConfig.DEFAULT,
        new SignalingEndpoint.Doors(
            origins()::isNamed,
            request -> Callers.address(request, config.web().trustedProxies()),
            Callers.COOKIE,
            services.team().sessions()::authenticate,
            services.tickets()),
        new SignalingEndpoint.Services(
            services.calls().service(),
            services.calls().timeline(),
            services.quality().service(),
            services.chat().service(),
            services.chat().registry(),
            services.chat().bus()),
        metrics,
        services.around().clock());
  }

  WebServer server(SignalingEndpoint sockets, HealthRoutes health, Contract contract)
      throws Exception {
    Optional<Certificate> certificate =
        config
            .web()
            .tls()
            .map(tls -> new Certificate(tls.certificate(), tls.key(), CERTIFICATE_LOOK));
    return new WebServer(
        vertx,
        new WebServer.Place(
            config.listen().host(),
            config.listen().port(),
            Math.max(1, Runtime.getRuntime().availableProcessors()),
            config.publicUrl(),
            services.video().providers().origins()),
        new WebServer.Routes(
            api(contract),
            new SetUpRoutes(
                vertx,
                workers,
                services.team().setUp(),
                services.around().publicUrl(),
                config.web().trustedProxies()),
            new FeedRoutes(vertx, workers, services.meetingMails().feeds()),
            health,
            sockets,
            config.organisation(),
            SignalingEndpoint.prepare(new HttpServerOptions(), SignalingConfig.DEFAULT)),
        certificate);
  }

  /// @param ready whether it serves, database and all
  HealthRoutes health(Database database, BooleanSupplier ready) {
    return new HealthRoutes(
        vertx,
        workers,
        ready,
        () -> {
          meters.refresh(database);
          return meters.registry();
        },
        config.web().metricsReaders());
  }

  private ApiRoutes api(Contract contract) {
    boolean secure =
        config.web().tls().isPresent()
            || config.publicUrl().filter(url -> "https".equals(url.getScheme())).isPresent();
    Callers callers =
        new Callers(
            services.team().sessions(),
            services::holder,
            origins(),
            config.web().trustedProxies(),
            secure);
    var attachments =
        new AttachmentRoutes(services.attachments().service(), callers, vertx, workers);
    return new ApiRoutes(
        vertx,
        contract,
        callers,
        workers,
        attachments,
        Endpoints.of(services, callers, attachments));
  }

  private Origins origins() {
    return new Origins(config.publicUrl(), config.web().allowedOrigins());
  }
}
