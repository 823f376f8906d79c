package dev.optima.backend.attachment;

import dev.optima.protocol.id.AttachmentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the bytes of files are: below one folder, under their ids, whatever their senders called
/// them. Several nodes share it.
public final class AttachmentFolder {
  private static final Logger LOG = LoggerFactory.getLogger(AttachmentFolder.class);
  private static final String DATA = ".data";
  private static final String PREVIEW = ".preview";
  private static final String LOCK = ".lock";

  private final Path root;

  /// @throws UncheckedIOException if the folder cannot be made or written
  public AttachmentFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
    try {
      makePrivate(this.root);
      Files.delete(Files.createTempFile(this.root, "probe", LOCK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path root() {
    return root;
  }

  /// The file itself.
  Path data(AttachmentId id) {
    return place(id, DATA);
  }

  /// Its picture.
  Path preview(AttachmentId id) {
    return place(id, PREVIEW);
  }

  /// What a writer holds locked.
  Path lock(AttachmentId id) {
    return place(id, LOCK);
  }

  /// Makes the place of a file, durably.
  void prepare(AttachmentId id) throws IOException {
    Path folder = root.resolve(shard(id));
    if (!Files.isDirectory(folder)) {
      makePrivate(folder);
      force(root);
    }
  }

  /// Makes the names in the folder of a file durable: a file's own `force` covers its bytes only.
  void forceNames(AttachmentId id) {
    force(root.resolve(shard(id)));
  }

  /// Deletes all there is of these files. What cannot be deleted is left to the next sweep.
  void discard(Collection<AttachmentId> ids) {
    for (AttachmentId id : ids) {
      for (Path path : List.of(data(id), preview(id), lock(id))) {
        try {
          Files.deleteIfExists(path);
        } catch (IOException e) {
          LOG.warn("The file {} cannot be deleted: {}", path.getFileName(), e.toString());
        }
      }
    }
  }

  /// The ids of all files that are there.
  List<AttachmentId> present() throws IOException {
    try (Stream<Path> all = Files.walk(root, 2)) {
      return all.filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("[0-9a-f]{32}\\.(data|preview|lock)"))
          .map(name -> new AttachmentId(name.substring(0, name.indexOf('.'))))
          .distinct()
          .toList();
    }
  }

  private Path place(AttachmentId id, String suffix) {
    return root.resolve(shard(id)).resolve(id.value() + suffix);
  }

  private static String shard(AttachmentId id) {
    return id.value().substring(0, Math.min(2, id.value().length()));
  }

  private static void makePrivate(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /// Only POSIX knows of this; elsewhere names are durable with the file.
  private static void force(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      LOG.debug("{} cannot be forced: {}", folder, e.toString());
    }
  }
}
