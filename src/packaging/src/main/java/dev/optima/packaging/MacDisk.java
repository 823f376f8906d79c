package dev.optima.packaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The disk that a Mac's user opens: the program, and the folder to drop it on. Not by jpackage,
/// which would write into the image once more, after it was signed, and lets the Finder arrange the
/// window, which needs somebody who is signed in.
final class MacDisk {
  private static final int ATTEMPTS = 5;

  private MacDisk() {}

  /// @param image alone in its folder
  /// @return the file
  static Path make(Path image, Version version, Path folder)
      throws IOException, InterruptedException {
    Path disk = requireNonNull(image.getParent());
    Path applications = disk.resolve("Applications");
    if (!Files.exists(applications, LinkOption.NOFOLLOW_LINKS)) {
      Files.createSymbolicLink(applications, Path.of("/Applications"));
    }
    String processor = System.getProperty("os.arch");
    Path file =
        folder.resolve(ConsoleImage.NAME + "-" + version.numbers() + "-" + processor + ".dmg");
    List<String> words =
        List.of(
            "hdiutil",
            "create",
            "-volname",
            ConsoleImage.NAME,
            "-srcfolder",
            disk.toString(),
            "-fs",
            "HFS+",
            "-format",
            "ULMO",
            "-ov",
            file.toString());
    for (int attempt = 1; ; attempt++) {
      try {
        Command.run(words, Map.of());
        return file;
      } catch (IOException e) {
        // "Resource busy", when the search looks into the new disk at the wrong moment.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
