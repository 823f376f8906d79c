package dev.optima.acceptance.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// An X server of its own, without a screen (Xvfb), for windows that nobody looks at.
public final class Display implements AutoCloseable {
  private final Process process;
  private final String name;

  private Display(Process process, String name) {
    this.process = process;
    this.name = name;
  }

  /// Whether such a display can be had here.
  public static boolean isAvailable() {
    return Tool.XVFB.find().isPresent();
  }

  /// Starts one; it chooses its own number.
  ///
  /// @throws IOException if it does not start
  public static Display start() throws IOException {
    return start(List.of());
  }

  /// Starts one that keeps its picture in that folder, in the file `Xvfb_screen0`, in the form of
  /// xwd.
  ///
  /// @throws IOException if it does not start
  public static Display startKept(Path folder) throws IOException {
    return start(List.of("-fbdir", folder.toString()));
  }

  private static Display start(List<String> more) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Tool.XVFB.find().orElseThrow(() -> new IOException("no Xvfb here")).toString());
    words.addAll(List.of("-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"));
    words.addAll(more);
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String number =
        Optional.ofNullable(lines.readLine()).orElseThrow(() -> new IOException("Xvfb ended"));
    return new Display(process, ":" + number.strip());
  }

  /// The value of `DISPLAY`.
  public String name() {
    return name;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
