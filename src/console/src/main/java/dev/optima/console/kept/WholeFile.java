package dev.optima.console.kept;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files that the recruiter names. They are written beside their place and put there when they are
/// whole: what was there before stays until then, and stays if it goes wrong. Waits for the disk.
public final class WholeFile {
  /// Lets programs for tables know that the letters are UTF-8.
  private static final byte[] MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);

  private WholeFile() {}

  /// Writes what is to be in a file.
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws Exception;
  }

  /// Puts what is written in the place of a file, all of it or nothing.
  public static void write(Path file, Writing writing) throws Exception {
    Path fresh = beside(file);
    try {
      try (OutputStream out = Files.newOutputStream(fresh)) {
        writing.to(out);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// The same for a CSV file, so that programs for tables read every letter.
  public static void table(Path file, Writing writing) throws Exception {
    write(
        file,
        out -> {
          out.write(MARK);
          writing.to(out);
        });
  }

  /// A file of the same folder, with the permissions of a file that is made there; another one each
  /// time.
  private static Path beside(Path file) throws IOException {
    for (int i = 1; ; i++) {
      Path fresh = file.resolveSibling("." + file.getFileName() + "." + i + ".part");
      if (!Files.exists(fresh)) {
        return Files.createFile(fresh);
      }
    }
  }
}
