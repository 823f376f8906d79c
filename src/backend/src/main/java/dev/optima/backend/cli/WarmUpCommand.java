package dev.optima.backend.cli;

import dev.optima.backend.BackendApp;
import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigKey;
import dev.optima.backend.config.ConfigOption;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.StoreConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Starts on an empty database, answers some requests and stops: what the JVM is to remember for a
/// faster start.
///
/// `java -XX:AOTCacheOutput=optima-backend.aot -jar optima-backend.jar warm-up`, and then `java
/// -XX:AOTCache=optima-backend.aot -jar optima-backend.jar serve …`
@Command(
    name = "warm-up",
    description = "Run through a start, to train the JVM's AOT cache (-XX:AOTCacheOutput=FILE).",
    mixinStandardHelpOptions = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final List<String> PATHS =
      List.of("/healthz", "/readyz", "/a", "/api/openapi.json", "/api/sessions/current");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    LogSetup.level("warn");
    Path directory = Files.createTempDirectory("optima-warm-up");
    try {
      run(directory);
    } finally {
      delete(directory);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("Warmed up");
    out.flush();
    return 0;
  }

  private static void run(Path directory) throws Exception {
    BackendApp app =
        new BackendApp(
            BackendConfig.read(
                null, Map.of(), List.of(new ConfigOption("--port", ConfigKey.LISTEN_PORT, "0"))),
            InstantSource.system());
    Database database = new StoreConfig(null, directory).open();
    try (BackendApp.Running running =
            app.start(database, new AttachmentFolder(directory.resolve("files")));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path : PATHS) {
        send(client, HttpRequest.newBuilder(running.address().resolve(path)).build());
      }
      signIn(client, running.address());
    }
  }

  private static void signIn(HttpClient client, URI address)
      throws IOException, InterruptedException {
    send(
        client,
        HttpRequest.newBuilder(address.resolve("/api/sessions"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"email\":\"nobody@example.com\",\"password\":\"nothing at all\"}"))
            .build());
  }

  private static void send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
    if (response.statusCode() >= 500) {
      throw new IOException(request.uri() + " was answered with " + response.statusCode());
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(WarmUpCommand::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
