package dev.optima.backend.cli;

import dev.optima.backend.BackendApp;
import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigException;
import dev.optima.backend.store.Database;
import java.io.PrintWriter;
import java.net.BindException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
      description = "the address to listen on (default: ${DEFAULT-VALUE})",
      defaultValue = "127.0.0.1")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      description = "the port to listen on, 0 for any (default: ${DEFAULT-VALUE})",
      defaultValue = "8080")
  private int port = 8080;

  @Override
  public Integer call() throws Exception {
    BackendConfig config = place.config(System.getenv());
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

  private BackendApp.Running start(BackendConfig config) throws Exception {
    if (port < 0 || port > 65_535) {
      throw new ConfigException(List.of("--port: " + port + " is no port; give 0 to 65535"));
    }
    BackendApp app =
        new BackendApp(config, new BackendApp.Listen(host, port), InstantSource.system());
    AttachmentFolder files;
    Database database;
    try {
      files = place.files(config);
      database = place.open(config);
    } catch (ConfigException e) {
      app.abandon();
      throw e;
    }
    try {
      return app.start(database, files);
    } catch (BindException e) {
      throw new ConfigException(
          List.of(
              "--port: %s:%d cannot be listened on (%s); choose another one with --port or --host"
                  .formatted(host, port, e.getMessage())));
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
