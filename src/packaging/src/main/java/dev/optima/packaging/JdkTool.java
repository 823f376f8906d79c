package dev.optima.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/// A tool of the JDK that this runs on, run in this process: jpackage, jlink or jmod.
final class JdkTool {
  private JdkTool() {}

  /// @throws IOException with what it said, if it fails
  static void run(String name, List<String> words) throws IOException {
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new IOException("this Java has no " + name + ": a JDK is needed"));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code = tool.run(out, out, words.toArray(String[]::new));
    out.flush();
    if (code != 0) {
      throw new IOException(name + " " + String.join(" ", words) + "\n" + said);
    }
  }
}
