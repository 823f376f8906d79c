package dev.optima.backend.attachment;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.message.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one who writes to an upload now. The lock is the operating system's: it holds between nodes
/// that share the folder, and goes with a process that dies.
final class UploadWriter implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;

  private final AttachmentFolder folder;
  private final AttachmentId id;
  private final FileChannel lock;

  private UploadWriter(AttachmentFolder folder, AttachmentId id, FileChannel lock) {
    this.folder = folder;
    this.id = id;
    this.lock = lock;
  }

  /// What came of a chunk.
  ///
  /// @param bytes how many are on the disk now
  /// @param broken why no more came, if the sender did not come to the end
  record Written(long bytes, @Nullable IOException broken) {}

  /// Empty if somebody else is writing.
  static Optional<UploadWriter> claim(AttachmentFolder folder, AttachmentId id) throws IOException {
    folder.prepare(id);
    FileChannel channel =
        FileChannel.open(folder.lock(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? Optional.of(new UploadWriter(folder, id, channel)) : Optional.empty();
  }

  /// Writes what comes behind the first `offset` bytes; it is on the disk when this returns. What
  /// an earlier, lost attempt left there is gone. A sender that breaks off loses nothing of what
  /// came.
  ///
  /// @param most more than these bytes are refused, and then none is kept
  Written write(InputStream body, long offset, long most) throws IOException {
    try (FileChannel file =
        FileChannel.open(folder.data(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (file.size() < offset) {
        throw new IOException("the file of " + id + " is shorter than what was stored");
      }
      file.truncate(offset);
      Written written = copy(body, file, offset, most);
      file.force(true);
      if (offset == 0) {
        folder.forceNames(id);
      }
      return written;
    }
  }

  private static Written copy(InputStream body, FileChannel file, long offset, long most)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    while (true) {
      int count;
      try {
        count = body.read(buffer);
      } catch (IOException e) {
        return new Written(bytes, e);
      }
      if (count < 0) {
        return new Written(bytes, null);
      }
      if (bytes + count > most) {
        file.truncate(offset);
        throw Refusal.of(
            ErrorCode.TOO_LARGE, "that is more than was announced, or than a chunk may have");
      }
      writeFully(file, ByteBuffer.wrap(buffer, 0, count), offset + bytes);
      bytes += count;
    }
  }

  private static void writeFully(FileChannel file, ByteBuffer bytes, long at) throws IOException {
    long position = at;
    while (bytes.hasRemaining()) {
      position += file.write(bytes, position);
    }
  }

  /// Lets others write.
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
