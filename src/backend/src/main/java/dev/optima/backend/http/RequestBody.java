package dev.optima.backend.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of a request, read by a virtual thread as it comes. No more than a few buffers wait in
/// memory: the sender is slowed down to what is read.
final class RequestBody extends InputStream {
  private static final int AHEAD = 8;
  private static final Arrival END = new Arrival(null, null);

  private final HttpServerRequest request;
  private final Context loop;
  private final Duration silence;
  private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
  private @Nullable Buffer present;
  private int at;
  private boolean asked;
  private @Nullable Arrival last;

  /// A piece, or why there is none; neither at the end.
  private record Arrival(@Nullable Buffer bytes, @Nullable Throwable failure) {}

  /// On the event loop. The request waits until somebody reads.
  ///
  /// @param silence a sender that is silent for so long has broken off
  RequestBody(Vertx vertx, HttpServerRequest request, Duration silence) {
    this.request = request;
    this.loop = vertx.getOrCreateContext();
    this.silence = silence;
    request.pause();
    request.handler(bytes -> arrived.add(new Arrival(bytes, null)));
    request.endHandler(nothing -> arrived.add(END));
    request.exceptionHandler(failure -> arrived.add(new Arrival(null, failure)));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    Buffer piece = present;
    while (piece == null || at == piece.length()) {
      piece = next();
      if (piece == null) {
        return -1;
      }
    }
    int count = Math.min(length, piece.length() - at);
    piece.getBytes(at, at + count, to, offset);
    at += count;
    return count;
  }

  private @Nullable Buffer next() throws IOException {
    Arrival arrival = last == null ? take() : last;
    if (arrival.failure() != null) {
      last = arrival;
      throw new IOException("the connection broke off", arrival.failure());
    }
    if (arrival.bytes() == null) {
      last = arrival;
    }
    present = arrival.bytes();
    at = 0;
    return present;
  }

  private Arrival take() throws IOException {
    int more = asked ? 1 : AHEAD;
    asked = true;
    loop.runOnContext(nothing -> fetch(more));
    try {
      Arrival arrival = arrived.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
      if (arrival == null) {
        throw new SocketTimeoutException("nothing came for " + silence.toSeconds() + " s");
      }
      return arrival;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void fetch(int more) {
    if (!request.isEnded()) {
      request.fetch(more);
    }
  }

  /// On the event loop: lets the rest go by, so that the answer can be read and the connection used
  /// again.
  void discard() {
    if (request.isEnded()) {
      return;
    }
    request.handler(bytes -> {});
    request.resume();
  }
}
