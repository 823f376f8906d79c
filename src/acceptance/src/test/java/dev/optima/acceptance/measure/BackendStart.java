package dev.optima.acceptance.measure;

import dev.optima.acceptance.run.BackendJar;
import dev.optima.acceptance.run.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// From the start of the backend to its first answer, without and with an AOT cache (JEP 483).
final class BackendStart {
  private static final int ROUNDS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Medians medians;
  private final Path folder;

  BackendStart(Medians medians, Path folder) {
    this.medians = medians;
    this.folder = folder;
  }

  void run() throws Exception {
    BackendJar jar = BackendJar.ofThisBuild();
    Path data = folder.resolve("start-data");
    once(jar, data);
    medians.of("backend: start to first answer", "ms", ROUNDS, () -> once(jar, data));
    Path cache = folder.resolve("backend.aot");
    Files.deleteIfExists(cache);
    jar.withJvmOptions(List.of("-XX:AOTCacheOutput=" + cache)).run("", "warm-up");
    BackendJar cached = jar.withJvmOptions(List.of("-XX:AOTCache=" + cache));
    medians.of("backend: the same with an AOT cache", "ms", ROUNDS, () -> once(cached, data));
    medians.line("backend: size of the AOT cache " + Files.size(cache) / (1 << 20) + " MiB");
    memory("backend: memory after the start (PSS)", jar, data);
    memory("backend: the same with an AOT cache", cached, data);
  }

  private double once(BackendJar jar, Path data) throws IOException, InterruptedException {
    int port = FreePort.any();
    long start = System.nanoTime();
    Process process = start(jar, data, port);
    try {
      awaitAnswer(process, port);
      return (System.nanoTime() - start) / 1e6;
    } finally {
      stop(process);
    }
  }

  private void memory(String what, BackendJar jar, Path data) throws Exception {
    medians.of(
        what,
        "MiB",
        3,
        () -> {
          int port = FreePort.any();
          Process process = start(jar, data, port);
          try {
            awaitAnswer(process, port);
            dev.optima.acceptance.harness.Wait.pass(Duration.ofSeconds(3));
            return Cost.pss(process.toHandle()) / 1024;
          } finally {
            stop(process);
          }
        });
  }

  private Process start(BackendJar jar, Path data, int port) throws IOException {
    return new ProcessBuilder(
            jar.command("serve", "--port", String.valueOf(port), "--data", data.toString()))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("start.log").toFile())
        .start();
  }

  private static void awaitAnswer(Process process, int port) throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest question =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
              .timeout(Duration.ofSeconds(5))
              .build();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (process.isAlive() && System.nanoTime() < end) {
        try {
          if (http.send(question, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          process.waitFor(5, TimeUnit.MILLISECONDS); // Not listening yet: asked again at once.
        }
      }
    }
    throw new IllegalStateException("the backend did not answer");
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
