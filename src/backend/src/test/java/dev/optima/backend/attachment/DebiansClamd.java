package dev.optima.backend.attachment;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A real clamd (Debian's `clamav-daemon`) on a socket of its own. It knows one signature, that of
/// the EICAR test file, so that it needs no download.
final class DebiansClamd implements AutoCloseable {
  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/sbin/clamd"), Path.of("/usr/bin/clamd"));

  /// MD5 and size of the EICAR test file, and what it is called.
  private static final String SIGNATURE = "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test\n";

  private final Process process;
  private final Path socket;

  private DebiansClamd(Process process, Path socket) {
    this.process = process;
    this.socket = socket;
  }

  /// Skips the test where there is no clamd; in the build that decides (`optima.demand`) it fails.
  static DebiansClamd start(Path home) throws IOException {
    Path program = PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (program == null) {
      String line = "clamd is not installed";
      if (Boolean.getBoolean("optima.demand")) {
        throw new IllegalStateException(line + ", and optima.demand is set");
      }
      abort("skipped: " + line);
    }
    return new DebiansClamd(
        run(Objects.requireNonNull(program), home), home.resolve("clamd.socket"));
  }

  private static Process run(Path program, Path home) throws IOException {
    Path signatures = Files.createDirectory(home.resolve("signatures"));
    Files.writeString(signatures.resolve("eicar.hdb"), SIGNATURE);
    Path settings =
        Files.writeString(
            home.resolve("clamd.conf"),
            """
            Foreground yes
            LocalSocket %s
            DatabaseDirectory %s
            """
                .formatted(home.resolve("clamd.socket"), signatures));
    Process process =
        new ProcessBuilder(program.toString(), "--config-file=" + settings)
            .redirectErrorStream(true)
            .start();
    awaitReady(process);
    return process;
  }

  /// It checks itself once it listens, and says so as the last thing of its start.
  private static void awaitReady(Process process) throws IOException {
    var lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("Self checking")) {
        return;
      }
    }
    throw new IOException("clamd ended with " + process.exitValue());
  }

  ClamdAddress address() {
    return new ClamdAddress(socket.toString());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
