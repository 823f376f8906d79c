package dev.optima.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A module of JavaFX as Maven has it: a jar with native libraries beside the classes, which JavaFX
/// unpacks into the user's home at the first start. Made a jmod of, it is linked into the delivered
/// Java: its libraries come to lie where Java has its own, and nothing is unpacked. On the module
/// path it could not stay, since the cache of the start then only fits where it was made: the paths
/// of modules are compared as they are, those of the class path are not.
final class JavaFxModule {
  private static final Pattern NATIVE = Pattern.compile("[^/]+\\.(so|dll|dylib)");
  private static final Pattern NAME = Pattern.compile("javafx-([a-z]+)-.*");
  private static final String MODULE = "module-info.class";

  private final Path jar;
  private final Path own;

  /// @param own where the Java that is delivered keeps its native libraries: on Windows JavaFX
  ///   brings those of the C runtime too, and what Java has already cannot be linked in twice
  JavaFxModule(Path jar, Path own) {
    this.jar = jar;
    this.own = own;
  }

  static boolean is(String name) {
    return NAME.matcher(name).matches();
  }

  /// Writes the jmod. Maven's jars without a system are empty and left out.
  ///
  /// @param work a folder of its own
  void make(Path folder, Path work) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      if (zip.getEntry(MODULE) == null) {
        return;
      }
      Tree.fresh(work);
      Path libraries = Files.createDirectories(work.resolve("libraries"));
      Path classes = work.resolve("classes.jar");
      split(zip, classes, libraries);
      JdkTool.run(
          "jmod",
          List.of(
              "create",
              // It is linked at once and not delivered.
              "--compress",
              "zip-0",
              "--class-path",
              classes.toString(),
              "--libs",
              libraries.toString(),
              folder.resolve(name() + ".jmod").toString()));
    }
  }

  /// `javafx-graphics-25.0.2-linux.jar` is `javafx.graphics`.
  private String name() {
    return NAME.matcher(jar.getFileName().toString()).replaceFirst("javafx.$1");
  }

  private void split(ZipFile zip, Path classes, Path libraries) throws IOException {
    try (OutputStream file = Files.newOutputStream(classes);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        try (InputStream in = zip.getInputStream(entry)) {
          if (!NATIVE.matcher(entry.getName()).matches()) {
            copy(entry, in, out);
          } else if (!Files.exists(own.resolve(entry.getName()))) {
            Files.copy(in, libraries.resolve(entry.getName()));
          }
        }
      }
    }
  }

  private static void copy(ZipEntry entry, InputStream in, ZipOutputStream out) throws IOException {
    ZipEntry same = new ZipEntry(entry.getName());
    same.setTime(entry.getTime());
    out.putNextEntry(same);
    in.transferTo(out);
    out.closeEntry();
  }
}
