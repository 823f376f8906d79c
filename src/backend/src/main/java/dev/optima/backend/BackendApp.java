package dev.optima.backend;

import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.http.Contract;
import dev.optima.backend.http.WebServer;
import dev.optima.backend.mail.InboxWatch;
import dev.optima.backend.mail.MailCourier;
import dev.optima.backend.metrics.Meters;
import dev.optima.backend.retention.BelievedTime;
import dev.optima.backend.signaling.SignalingEndpoint;
import dev.optima.backend.store.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wiring of the backend, and the order in which its parts start and stop.
///
/// Start: event loops and contract, beside them the database; services; calls that a dead node left
/// behind; the port; the sweeper. Stop: readiness, sockets (1012), requests under way, the sweeper,
/// the database.
public final class BackendApp {
  private static final Logger LOG = LoggerFactory.getLogger(BackendApp.class);
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration DELIVERIES = Duration.ofMillis(300);
  private static final Duration OUTBOX = Duration.ofSeconds(1);
  private static final Duration LIVE = Duration.ofSeconds(1);
  private static final Duration CALENDARS = Duration.ofSeconds(20);
  private static final Duration TRANSCRIPTS = Duration.ofSeconds(10);
  private static final Duration QUALITY = Duration.ofMinutes(1);
  private static final Duration TIDY = Duration.ofHours(6);

  private final BackendConfig config;
  private final InstantSource clock;
  private final BelievedTime time;
  private final Meters meters = new Meters();
  private final Vertx vertx;
  private final Future<Contract> contract;
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("worker-", 0).factory());
  private final AtomicReference<URI> publicUrl = new AtomicReference<>();
  private volatile boolean serving;

  /// Begins at once with what needs no database.
  public BackendApp(BackendConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.time = new BelievedTime(clock, System::nanoTime);
    this.vertx =
        Vertx.builder()
            .with(new VertxOptions().setMetricsOptions(Meters.ofVertx()))
            .withMetrics(new MicrometerMetricsFactory(meters.registry()))
            .build();
    this.contract = Contract.load(vertx);
  }

  /// A backend that serves.
  public final class Running implements AutoCloseable {
    private final Database database;
    private final Services services;
    private final SignalingEndpoint sockets;
    private final WebServer web;
    private final URI address;
    private final AtomicBoolean closing = new AtomicBoolean();

    private Running(
        Database database,
        Services services,
        SignalingEndpoint sockets,
        WebServer web,
        URI address) {
      this.database = database;
      this.services = services;
      this.sockets = sockets;
      this.web = web;
      this.address = address;
    }

    /// The address on which it listens.
    public URI address() {
      return address;
    }

    /// The link for the first administrator, if there is no account.
    public Optional<URI> setUpLink() {
      return services.team().setUp().newCode().map(code -> publicUrl().resolve("/setup/" + code));
    }

    /// Finishes what is under way and lets go of everything.
    @Override
    public void close() {
      if (!closing.compareAndSet(false, true)) {
        return;
      }
      serving = false;
      sockets.close();
      services.calls().sweeper().close();
      services.meetings().sweeper().close();
      await("the requests", web.stop(PATIENCE));
      services.chat().deliveries().flush();
      services.mail().courier().ifPresent(MailCourier::close);
      services.meetingMails().inbox().ifPresent(InboxWatch::close);
      services.retention().close();
      services.calls().search().catchUp().close();
      services.recordings().collector().close();
      services.elsewhere().reader().close();
      services.push().sender().close();
      stopWorkers();
      services.attachments().previews().close();
      services.chat().registry().close();
      services.chat().bus().close();
      services.team().passwords().close();
      database.close();
      await("the event loops", vertx.close());
      meters.close();
    }
  }

  /// Starts to serve. The database belongs to the app from now on.
  ///
  /// @param files where the files of messages are
  public Running start(Database database, AttachmentFolder files) throws Exception {
    try {
      return serve(database, files);
    } catch (Exception e) {
      abandon();
      database.close();
      throw e;
    }
  }

  /// Lets go of what was begun, when it cannot start.
  public void abandon() {
    await("the contract", contract.otherwiseEmpty());
    await("the event loops", vertx.close());
    workers.shutdownNow();
    meters.close();
  }

  private Running serve(Database database, AttachmentFolder files) throws Exception {
    config.publicUrl().ifPresent(publicUrl::set);
    Services services =
        Services.wire(database, new Surroundings(config, files, this::publicUrl, clock, time));
    services.calls().sweeper().recover();
    services.meetings().sweeper().recover();
    services.chat().search().catchUp();
    Web wiring = new Web(vertx, workers, services, meters);
    SignalingEndpoint sockets = wiring.sockets();
    WebServer web =
        wiring.server(
            sockets,
            wiring.health(database, () -> serving && database.isReady()),
            contract.await(30, TimeUnit.SECONDS));
    URI address = web.address(web.start().await(30, TimeUnit.SECONDS));
    publicUrl.compareAndSet(null, address);
    begin(database, services);
    serving = true;
    return new Running(database, services, sockets, web, address);
  }

  /// What goes on by itself.
  private void begin(Database database, Services services) {
    services.calls().sweeper().start();
    services.meetings().sweeper().start();
    workers.execute(meters::watchJvm);
    meters.watch(
        "optima.store.backlog", "Units that wait to be written", database, Database::backlog);
    every(DELIVERIES, services.chat().deliveries()::flush);
    every(LIVE, services.calls().news()::round);
    every(CALENDARS, services.elsewhere().reader()::round);
    every(TRANSCRIPTS, services.recordings().collector()::round);
    every(TIDY, services.team().sessions()::tidy);
    every(TIDY, services.attachments().sweeper()::sweep);
    every(TIDY, services.mediaServers().events()::tidy);
    every(TIDY, services.recordings().sweeper()::sweep);
    every(TIDY, services.retention()::sweep);
    workers.execute(services.retention()::sweep);
    every(QUALITY, services.quality().packer()::sweep);
    every(QUALITY, services.calls().search().catchUp()::run);
    workers.execute(services.calls().search().catchUp()::run);
    workers.execute(services.attachments().sweeper()::sweep);
    workers.execute(services.recordings().sweeper()::sweep);
    workers.execute(services.quality().packer()::sweep);
    services.mail().courier().ifPresent(this::begin);
    services.meetingMails().inbox().ifPresent(InboxWatch::start);
  }

  private void begin(MailCourier courier) {
    every(OUTBOX, courier::round);
    every(TIDY, courier::tidy);
  }

  /// Does something again and again, as long as it serves.
  private void every(Duration time, Runnable work) {
    vertx.setPeriodic(
        time.toMillis(),
        id -> {
          if (serving) {
            workers.execute(work);
          }
        });
  }

  /// Where people reach this server: as configured, or the address on which it listens.
  private URI publicUrl() {
    URI url = publicUrl.get();
    if (url == null) {
      throw new IllegalStateException("not before it listens");
    }
    return url;
  }

  private void stopWorkers() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
        LOG.warn("some work did not come to its end in time");
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(String what, Future<?> future) {
    try {
      future.await(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS);
    } catch (Exception e) {
      LOG.warn("{} did not come to their end in time: {}", what, e.toString());
    }
  }
}
