package dev.optima.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A module of JavaFX as Maven has it: classes with native libraries beside them, which JavaFX
/// unpacks into the user's home at the first start, unless it finds them near its jar.
final class JavaFxJar {
  private static final Pattern NATIVE = Pattern.compile("[^/]+\\.(so|dll|dylib)");
  private static final String MODULE = "module-info.class";

  private final Path jar;
  private final Os os;

  JavaFxJar(Path jar, Os os) {
    this.jar = jar;
    this.os = os;
  }

  static boolean is(String name) {
    return name.startsWith("javafx-");
  }

  /// Writes the module without its natives, and these where `NativeLibLoader` looks for them: beside
  /// the jar, on Windows in `../bin`. Maven's jars without a system are empty and left out.
  void unpack(Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      if (zip.getEntry(MODULE) == null) {
        return;
      }
      Path natives =
          os == Os.WINDOWS
              ? Files.createDirectories(folder.resolveSibling("bin"))
              : Files.createDirectories(folder);
      Path target = folder.resolve(jar.getFileName());
      try (OutputStream file = Files.newOutputStream(target);
          ZipOutputStream out = new ZipOutputStream(file)) {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
          ZipEntry entry = all.nextElement();
          try (InputStream in = zip.getInputStream(entry)) {
            if (NATIVE.matcher(entry.getName()).matches()) {
              Files.copy(in, natives.resolve(entry.getName()));
            } else {
              copy(entry, in, out);
            }
          }
        }
      }
      Files.setLastModifiedTime(target, FileTime.from(Files.getLastModifiedTime(jar).toInstant()));
    }
  }

  private static void copy(ZipEntry entry, InputStream in, ZipOutputStream out)
      throws IOException {
    ZipEntry same = new ZipEntry(entry.getName());
    same.setTime(entry.getTime());
    out.putNextEntry(same);
    in.transferTo(out);
    out.closeEntry();
  }
}
