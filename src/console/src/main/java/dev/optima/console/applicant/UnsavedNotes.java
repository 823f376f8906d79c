package dev.optima.console.applicant;

import dev.optima.console.fx.Tasks;
import dev.optima.protocol.id.UserId;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes that were typed and not saved, for instance because there was no connection: kept in a
/// file that only its owner may read, until the backend has them.
final class UnsavedNotes {
  private static final String TEXT = ".text";
  private static final String BASE = ".base";

  private final Path file;
  private final Tasks tasks;
  private final Map<UserId, Left> left = new HashMap<>();
  private final Object writing = new Object();

  /// What was left.
  ///
  /// @param base what the backend had when it was typed
  record Left(String text, String base) {}

  /// @param owner who signed in where: others do not see the notes
  UnsavedNotes(Path directory, String owner, Tasks tasks) {
    this.file =
        directory.resolve("unsaved-notes-" + Integer.toHexString(owner.hashCode()) + ".properties");
    this.tasks = tasks;
    read();
  }

  Optional<Left> of(UserId applicant) {
    return Optional.ofNullable(left.get(applicant));
  }

  /// @param text null if nothing is unsaved
  void keep(UserId applicant, @Nullable String text, String base) {
    Left next = text == null ? null : new Left(text, base);
    Left before = next == null ? left.remove(applicant) : left.put(applicant, next);
    if (!Objects.equals(before, next)) {
      Map<UserId, Left> now = Map.copyOf(left);
      tasks.run(() -> write(now));
    }
  }

  private void write(Map<UserId, Left> now) throws IOException {
    Properties properties = new Properties();
    now.forEach(
        (applicant, one) -> {
          properties.setProperty(applicant.value() + TEXT, one.text());
          properties.setProperty(applicant.value() + BASE, one.base());
        });
    StringWriter out = new StringWriter();
    properties.store(out, "Notes that are not saved yet");
    synchronized (writing) {
      if (now.isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), "notes", ".tmp");
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(fresh, out.toString(), StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void read() {
    if (!Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      log().warn("unsaved notes in {} are not readable", file, e);
      return;
    }
    for (String key : properties.stringPropertyNames()) {
      if (key.endsWith(TEXT)) {
        String id = key.substring(0, key.length() - TEXT.length());
        left.put(
            new UserId(id),
            new Left(properties.getProperty(key), properties.getProperty(id + BASE, "")));
      }
    }
  }

  private static Logger log() {
    return LoggerFactory.getLogger(UnsavedNotes.class);
  }
}
