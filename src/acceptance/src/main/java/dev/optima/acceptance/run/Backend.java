package dev.optima.acceptance.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A running backend.
public final class Backend implements AutoCloseable {
  private static final String READY = "Optima is ready at ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final URI url;

  private Backend(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /// Starts `serve` and waits until it says that it is ready.
  ///
  /// @param port 0 for any
  /// @param environment configuration, as `OPTIMA_…`
  /// @param log what it prints is appended here
  /// @throws IOException if it ends or is not ready in time, with the end of its log
  public static Backend start(
      BackendJar jar, Path data, int port, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                jar.command("serve", "--port", String.valueOf(port), "--data", data.toString()))
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("OPTIMA_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    var ready = new CompletableFuture<URI>();
    Thread.ofPlatform().daemon().name("backend-log").start(() -> copy(process, log, ready));
    try {
      return new Backend(process, ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("the backend did not start: " + Files.readString(log), e);
    }
  }

  private static void copy(Process process, Path log, CompletableFuture<URI> ready) {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var out =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line);
        out.newLine();
        out.flush();
        if (line.startsWith(READY)) {
          ready.complete(URI.create(line.substring(READY.length()).strip()));
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(new UncheckedIOException(e));
    }
    ready.completeExceptionally(new IllegalStateException("it ended"));
  }

  public URI url() {
    return url;
  }

  public int port() {
    return url.getPort();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// `kill -9`: no goodbye, no flush.
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// Asks it to stop, as `systemd` does.
  ///
  /// @return whether it stopped in time
  public boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(20, TimeUnit.SECONDS);
  }

  public CompletableFuture<Process> ended() {
    return process.onExit();
  }

  @Override
  public void close() throws InterruptedException {
    if (!stop()) {
      kill();
    }
  }
}
