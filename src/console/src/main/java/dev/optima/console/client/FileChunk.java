package dev.optima.console.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// A stretch of a file as the body of a request, read while it is sent.
final class FileChunk extends RequestBody {
  private static final MediaType BYTES = MediaType.get("application/octet-stream");
  private static final int BLOCK = 32 << 10;

  private final Path file;
  private final long from;
  private final long length;
  private final LongConsumer sent;

  /// @param sent told the offset in the file up to which was sent; may refuse by throwing
  FileChunk(Path file, long from, long length, LongConsumer sent) {
    this.file = file;
    this.from = from;
    this.length = length;
    this.sent = sent;
  }

  @Override
  public MediaType contentType() {
    return BYTES;
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    byte[] block = new byte[BLOCK];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(from);
      long left = length;
      while (left > 0) {
        int read = in.read(block, 0, (int) Math.min(BLOCK, left));
        if (read < 0) {
          throw new EOFException("the file became shorter");
        }
        sink.write(block, 0, read);
        left -= read;
        sent.accept(from + length - left);
      }
    }
  }
}
