package dev.optima.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The console as a file that somebody double-clicks: deb, rpm, msi or dmg, made of its image.
final class ConsolePackages {
  /// Windows knows a program by it: the same for all versions, or an upgrade is a second program.
  private static final String UPGRADE = "5b0a6ad9-8d5c-4f8b-9d1f-2d6a54f6b8c1";

  private final Os os;
  private final Version version;
  private final Path project;

  ConsolePackages(Os os, Version version, Path project) {
    this.os = os;
    this.version = version;
    this.project = project;
  }

  /// What is missing here for this kind; empty if nothing is.
  Optional<String> missing(String kind) {
    List<String> tools =
        switch (kind) {
          case "deb" -> List.of("dpkg-deb", "fakeroot");
          case "rpm" -> List.of("rpmbuild");
          default -> List.of();
        };
    List<String> absent = tools.stream().filter(tool -> !stands(tool)).toList();
    return absent.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", absent));
  }

  /// @param kind as [Os#packages] has it
  /// @return the file
  Path make(String kind, Path image, Path folder) throws IOException, InterruptedException {
    Path own = Tree.fresh(folder.resolve(kind));
    if (os == Os.MACOS) {
      return MacDisk.make(image, version, own);
    }
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--type", kind, "--name", ConsoleImage.NAME));
    words.addAll(List.of("--app-image", image.toString(), "--dest", own.toString()));
    words.addAll(List.of("--app-version", version.forPackage(os)));
    words.addAll(List.of("--vendor", ConsoleImage.VENDOR));
    words.addAll(List.of("--description", ConsoleImage.DESCRIPTION));
    words.addAll(List.of("--resource-dir", project.resolve("installer/" + os.folder()).toString()));
    if (os == Os.LINUX) {
      words.addAll(List.of("--license-file", project.resolve("src/LICENSE").toString()));
      linux(words, kind);
    } else {
      windows(words);
    }
    JdkTool.run("jpackage", words);
    List<Path> made = Tree.files(own);
    if (made.size() != 1) {
      throw new IOException("jpackage made " + made);
    }
    return made.getFirst();
  }

  /// What the packages depend on stands in their own files: jpackage names what all editions of
  /// JavaFX's decoder could use, of which all but one are of other releases of Linux.
  private static void linux(List<String> words, String kind) {
    words.addAll(List.of("--linux-package-name", "optima"));
    if (kind.equals("deb")) {
      words.addAll(List.of("--linux-app-category", "net"));
      words.addAll(List.of("--linux-deb-maintainer", "optima@localhost"));
    } else {
      words.addAll(List.of("--linux-app-category", "Applications/Internet"));
      words.addAll(List.of("--linux-rpm-license-type", "Apache-2.0"));
    }
  }

  /// For one user, without questions: nobody's rights are needed, and as no dialog is asked for,
  /// Windows shows its own, in its own language.
  private static void windows(List<String> words) {
    words.addAll(List.of("--win-upgrade-uuid", UPGRADE, "--win-per-user-install"));
    words.addAll(List.of("--win-menu", "--win-menu-group", ConsoleImage.NAME, "--win-shortcut"));
  }

  private static boolean stands(String tool) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
