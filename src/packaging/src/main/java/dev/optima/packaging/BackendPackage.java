package dev.optima.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// The backend for Debian and its kin: the jar with a Java of its own (no release has Java 25), the
/// unit, the settings, and scripts that make its user and start it. `java -jar` stays enough
/// elsewhere.
final class BackendPackage {
  private static final String HOME = "usr/lib/optima";

  /// What the jar uses; the last four are only found by their services.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.compiler",
          "java.desktop",
          "java.instrument",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.xml",
          "jdk.jfr",
          "jdk.management",
          "jdk.unsupported",
          "jdk.zipfs",
          "jdk.localedata",
          "jdk.charsets",
          "jdk.crypto.cryptoki",
          "jdk.naming.dns");

  private final Version version;
  private final Path project;
  private final Path tree;

  /// @param tree a folder of its own, in which the package is laid out
  BackendPackage(Version version, Path project, Path tree) {
    this.version = version;
    this.project = project;
    this.tree = tree;
  }

  /// @return the file
  Path make(Path folder) throws IOException, InterruptedException {
    Tree.fresh(tree);
    Path source = project.resolve("installer/backend");
    Path home = Files.createDirectories(tree.resolve(HOME));
    put(project.resolve("src/backend/target/optima-backend.jar"), home, false);
    java(home.resolve("java"));
    put(source.resolve("optima-backend.service"), tree.resolve("usr/lib/systemd/system"), false);
    String journal = "journald@optima.conf.d";
    put(
        source.resolve(journal).resolve("50-optima.conf"),
        tree.resolve("usr/lib/systemd").resolve(journal),
        false);
    put(source.resolve("optima.toml"), tree.resolve("usr/share/optima-backend"), false);
    Path documents = tree.resolve("usr/share/doc/optima-backend");
    put(source.resolve("README.md"), documents, false);
    Files.copy(project.resolve("src/LICENSE"), documents.resolve("copyright"));
    put(source.resolve("debian/optima-backend"), tree.resolve("usr/bin"), true);
    String architecture = Command.run(List.of("dpkg", "--print-architecture"), Map.of()).strip();
    control(source.resolve("debian"), architecture);
    Path file =
        Tree.fresh(folder)
            .resolve("optima-backend_" + version.forDebian() + "_" + architecture + ".deb");
    Command.run(
        List.of("dpkg-deb", "--root-owner-group", "--build", tree.toString(), file.toString()),
        Map.of());
    return file;
  }

  private static void java(Path folder) throws IOException {
    JdkTool.run(
        "jlink",
        List.of(
            "--add-modules",
            String.join(",", MODULES),
            "--output",
            folder.toString(),
            "--strip-debug",
            "--no-man-pages",
            "--no-header-files",
            "--include-locales=en,tr"));
  }

  private void control(Path source, String architecture) throws IOException {
    Path debian = Files.createDirectories(tree.resolve("DEBIAN"));
    for (String script : List.of("preinst", "postinst", "prerm", "postrm")) {
      put(source.resolve(script), debian, true);
    }
    String control =
        Files.readString(source.resolve("control"))
            .replace("@VERSION@", version.forDebian())
            .replace("@ARCHITECTURE@", architecture)
            .replace("@INSTALLED_SIZE@", Long.toString(Tree.size(tree) / 1024));
    Files.writeString(debian.resolve("control"), control, StandardCharsets.UTF_8);
  }

  private static void put(Path file, Path folder, boolean runs) throws IOException {
    Path copy = Files.createDirectories(folder).resolve(file.getFileName());
    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    Files.setPosixFilePermissions(
        copy, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
