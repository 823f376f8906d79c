package dev.optima.console.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Files and folders that only their owner may look into. Where the system has no such permissions
/// (Windows), they lie in the user's own folder, which is closed to others. Waits for the disk.
public final class OwnerOnly {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private OwnerOnly() {}

  /// Puts a text in the place of a file, all of it or nothing, also if the power fails.
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    // A temporary file is its owner's from the beginning.
    Path fresh = Files.createTempFile(file.getParent(), ".kept", ".tmp");
    try {
      permit(fresh, "rw-------");
      Files.writeString(fresh, text, StandardCharsets.UTF_8);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// A folder that is there, and closed to others, also if it was open before.
  public static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    permit(folder, "rwx------");
    return folder;
  }

  private static void permit(Path path, String permissions) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  /// Deletes a folder with all that is in it, if it is there. What another program holds open stays
  /// until the next time.
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> innermostFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    IOException first = null;
    for (Path path : innermostFirst) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
