package dev.optima.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/// What jpackage makes the console's image of: its jars, laid out as they will lie in its folder
/// (`$APPDIR`), and JavaFX for its Java.
final class ConsoleFiles {
  static final String MAIN_JAR = "optima-console.jar";

  static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private final Path build;
  private final Os os;

  /// @param build the console's `target` folder
  ConsoleFiles(Path build, Os os) {
    this.build = build;
    this.os = os;
  }

  /// @param modules where JavaFX's modules go
  /// @return the folder
  Path layOut(Path folder, Path modules) throws IOException {
    Tree.fresh(folder);
    Tree.fresh(modules);
    Path work = modules.resolveSibling("modules-work");
    deliver(jar(), folder.resolve(MAIN_JAR));
    for (Path library : Tree.files(build.resolve("lib"))) {
      String name = library.getFileName().toString();
      if (JavaFxModule.is(name)) {
        new JavaFxModule(library, ownLibraries()).make(modules, work);
      } else if (isDelivered(name)) {
        deliver(library, folder.resolve(name));
      }
    }
    return folder;
  }

  /// With a time of its own: the cache of the start knows jars by size and time, and not every
  /// package keeps a time to the second, or one after that of its making.
  private static void deliver(Path jar, Path copy) throws IOException {
    Files.copy(jar, copy);
    Files.setLastModifiedTime(copy, FileTime.from(TIME));
  }

  private Path ownLibraries() {
    return Path.of(System.getProperty("java.home"), os == Os.WINDOWS ? "bin" : "lib");
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
