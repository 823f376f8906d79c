package dev.optima.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// What the console is delivered with: its jars, JavaFX and Chromium's engine, laid out as they will
/// lie in its folder (`$APPDIR`). Both engines are unpacked here, so that nothing is unpacked or
/// fetched when somebody starts it.
///
/// - `*.jar`: the class path
/// - `javafx/lib`: JavaFX's modules, with their native libraries where JavaFX looks for them first
/// - `chromium`: the engine, as jcefmaven unpacks it
final class ConsoleFiles {
  static final String MAIN_JAR = "optima-console.jar";
  static final String JAVAFX = "javafx/lib";
  static final String CHROMIUM = "chromium";

  private final Path build;
  private final Os os;

  /// @param build the console's `target` folder
  ConsoleFiles(Path build, Os os) {
    this.build = build;
    this.os = os;
  }

  /// @return the folder
  Path layOut(Path folder) throws IOException {
    Tree.fresh(folder);
    Files.copy(jar(), folder.resolve(MAIN_JAR), StandardCopyOption.COPY_ATTRIBUTES);
    Path javafx = Files.createDirectories(folder.resolve(JAVAFX));
    for (Path library : Tree.files(build.resolve("lib"))) {
      String name = library.getFileName().toString();
      if (JavaFxJar.is(name)) {
        new JavaFxJar(library, os).unpack(javafx);
      } else if (isDelivered(name)) {
        Files.copy(library, folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Chromium.unpack(folder.resolve(CHROMIUM));
    return folder;
  }

  private Path jar() throws IOException {
    List<Path> found =
        Tree.files(build).stream()
            .filter(path -> path.getFileName().toString().matches("optima-console-[0-9.]+.*\\.jar"))
            .filter(path -> !path.getFileName().toString().contains("-tests"))
            .toList();
    if (found.size() != 1) {
      throw new IOException("no console in " + build + ": build it first; found " + found);
    }
    return found.getFirst();
  }

  /// The natives of Chromium are unpacked, and Java has a `jdk.jsobject` of its own.
  private static boolean isDelivered(String name) {
    return !name.startsWith("jcef-natives-") && !name.startsWith("jdk-jsobject-");
  }
}
