package dev.optima.console.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;
import okhttp3.Request;

/// The bytes of an answer, written out as they come. What goes wrong with the writing is told as
/// such: it is no matter of the network.
final class Download {
  private static final int CHUNK = 1 << 16;

  private Download() {}

  /// Writes the body of the answer.
  ///
  /// @param progress with the bytes so far, in the thread that works
  static void to(
      OutputStream out, HttpExchange http, Request.Builder request, LongConsumer progress)
      throws ApiException, IOException {
    try {
      http.stream(
          request,
          body -> {
            copy(body.byteStream(), out, progress);
            return request;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void copy(InputStream in, OutputStream out, LongConsumer progress)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long sum = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      write(out, chunk, read);
      sum += read;
      progress.accept(sum);
    }
  }

  private static void write(OutputStream out, byte[] chunk, int count) {
    try {
      out.write(chunk, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
