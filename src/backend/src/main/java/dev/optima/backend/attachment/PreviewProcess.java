package dev.optima.backend.attachment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The worker's process, from the outside.
final class PreviewProcess implements AutoCloseable {
  /// What the worker needs of our surroundings; our secrets may stand among the rest.
  private static final Set<String> ENVIRONMENT =
      Set.of("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SystemRoot");

  private final Process process;
  private final DataOutputStream tasks;
  private final DataInputStream answers;

  private PreviewProcess(Process process) {
    this.process = process;
    this.tasks = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /// @param cache a folder in which it may remember what fonts there are
  static PreviewProcess start(Path cache) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Djava.awt.headless=true",
                "-Dpdfbox.fontcache=" + cache,
                "-cp",
                System.getProperty("java.class.path"),
                PreviewWorker.class.getName()));
    builder.environment().keySet().retainAll(ENVIRONMENT);
    return new PreviewProcess(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /// Waits for the answer; an exception if the worker died or was killed.
  Preview make(PreviewTask task) throws IOException {
    task.write(tasks);
    return PreviewTask.readAnswer(answers);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
