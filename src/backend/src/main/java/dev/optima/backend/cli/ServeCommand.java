package dev.optima.backend.cli;

import dev.optima.backend.BackendApp;
import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigException;
import dev.optima.backend.config.ConfigKey;
import dev.optima.backend.config.ConfigOption;
import dev.optima.backend.store.Database;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Serves until it is told to stop.
@Command(
    name = "serve",
    description = "Serve REST, WebSocket and the pages on one port.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Place place = new Place();

  @Option(
      names = "--host",
      description = "the address to listen on (default: listen.host of the settings)")
  private @Nullable String host;

  @Option(
      names = "--port",
      description = "the port to listen on, 0 for any (default: listen.port of the settings)")
  private @Nullable String port;

  @Override
  public Integer call() throws Exception {
    BackendConfig config = place.config(System.getenv(), options());
    LogSetup.level(config.logLevel());
    config.warnings().forEach(LOG::warn);
    CountDownLatch stopped = new CountDownLatch(1);
    BackendApp.Running running = start(config);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      running.close();
                      stopped.countDown();
                    }));
    announce(running);
    stopped.await();
    return 0;
  }

  private List<ConfigOption> options() {
    List<ConfigOption> options = new ArrayList<>();
    if (host != null) {
      options.add(new ConfigOption("--host", ConfigKey.LISTEN_HOST, host));
    }
    if (port != null) {
      options.add(new ConfigOption("--port", ConfigKey.LISTEN_PORT, port));
    }
    return options;
  }

  private BackendApp.Running start(BackendConfig config) throws Exception {
    BackendApp app = new BackendApp(config, InstantSource.system());
    AttachmentFolder files;
    Database database;
    try {
      files = place.files(config);
      database = place.open(config);
    } catch (ConfigException | Unavailable e) {
      app.abandon();
      throw e;
    }
    try {
      return app.start(database, files);
    } catch (BindException | UnknownHostException e) {
      throw new Unavailable(
          "listen.host, listen.port: %s:%d cannot be listened on (%s); choose another one there, or"
                  .formatted(config.listen().host(), config.listen().port(), e.getMessage())
              + " with --host and --port",
          e);
    }
  }

  private void announce(BackendApp.Running running) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Optima is ready at " + running.address());
    out.flush();
    running
        .setUpLink()
        .ifPresent(
            link -> {
              PrintWriter err = spec.commandLine().getErr();
              err.println("Nobody can sign in yet. Make the first administrator here: " + link);
              err.flush();
            });
  }
}
