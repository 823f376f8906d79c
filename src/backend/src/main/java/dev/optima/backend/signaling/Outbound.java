package dev.optima.backend.signaling;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What waits to be written to one socket: bounded in messages and bytes, filled from any thread,
/// emptied by the socket's event loop with one system call for all that is there.
final class Outbound implements Runnable {
  private static final int FRAME_HEADER = 14;

  private final ChannelHandlerContext channel;
  private final SignalingConfig config;
  private final SignalingMetrics metrics;

  /// Absent while nothing waits, since most sockets are idle most of the time.
  private @Nullable ArrayDeque<byte[]> waiting;

  private int bytes;
  private boolean scheduled;
  private boolean closed;
  private @Nullable Runnable afterwards;

  /// `afterwards`, in the hands of the event loop.
  private @Nullable Runnable taken;

  Outbound(ChannelHandlerContext channel, SignalingConfig config, SignalingMetrics metrics) {
    this.channel = channel;
    this.config = config;
    this.metrics = metrics;
  }

  /// Queues a message; the socket of a reader that is too slow is closed.
  void send(byte[] json) {
    boolean overflow;
    boolean schedule;
    synchronized (this) {
      if (closed) {
        return;
      }
      ArrayDeque<byte[]> queue = waiting;
      if (queue == null) {
        queue = new ArrayDeque<>(4);
        waiting = queue;
      }
      overflow =
          queue.size() >= config.maxQueuedMessages()
              || bytes + json.length > config.maxQueuedBytes();
      if (overflow) {
        closed = true;
        waiting = null;
        schedule = false;
      } else {
        queue.add(json);
        bytes += json.length;
        schedule = !scheduled;
        scheduled = true;
      }
    }
    if (overflow) {
      metrics.slowReaders.increment();
      channel.close(); // a close frame would only wait behind the rest
    } else if (schedule) {
      channel.executor().execute(this);
    }
  }

  /// How many messages wait.
  synchronized int size() {
    return waiting == null ? 0 : waiting.size();
  }

  /// Runs `action` on the event loop when all that was queued is written; nothing is queued after.
  void finish(Runnable action) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      afterwards = action;
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    channel.executor().execute(this);
  }

  /// Forgets everything: the socket is gone.
  synchronized void clear() {
    closed = true;
    waiting = null;
    afterwards = null;
  }

  /// On the event loop: writes what the socket takes, then flushes once. When it takes no more,
  /// goes on once the last message has left.
  @Override
  public void run() {
    long written = 0;
    byte[] json = next();
    while (json != null) {
      var frame = new TextWebSocketFrame(Unpooled.wrappedBuffer(json));
      written++;
      if (channel.channel().bytesBeforeUnwritable() <= json.length + FRAME_HEADER) {
        channel.writeAndFlush(frame).addListener(left -> run());
        metrics.sent.add(written);
        return;
      }
      channel.write(frame, channel.voidPromise());
      json = next();
    }
    metrics.sent.add(written);
    channel.flush();
    Runnable then = taken;
    if (then != null) {
      taken = null;
      then.run();
    }
  }

  private synchronized byte @Nullable [] next() {
    byte[] json = waiting == null ? null : waiting.poll();
    if (json == null) {
      waiting = null;
      bytes = 0;
      scheduled = false;
      taken = afterwards;
      afterwards = null;
      return null;
    }
    bytes -= json.length;
    return json;
  }
}
