package dev.optima.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/// The JDK's own jpackage, run in this process.
final class JPackage {
  private JPackage() {}

  /// @throws IOException with what it said, if it fails
  static void run(List<String> words) throws IOException {
    ToolProvider tool =
        ToolProvider.findFirst("jpackage")
            .orElseThrow(() -> new IOException("this Java has no jpackage: a JDK is needed"));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code = tool.run(out, out, words.toArray(String[]::new));
    out.flush();
    if (code != 0) {
      throw new IOException("jpackage " + String.join(" ", words) + "\n" + said);
    }
  }
}
