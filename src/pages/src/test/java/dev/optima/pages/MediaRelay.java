package dev.optima.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A wire between two browsers that can be cut: each address that one side offers is replaced by
/// one of the relay's own, and the relay carries the packets. What it does not carry does not
/// arrive.
final class MediaRelay implements AutoCloseable {

  private static final Pattern UDP =
      Pattern.compile(
          "(candidate:\\S+ \\d+ (?i:udp) \\d+ )(\\S+) (\\d+)( typ host.*)", Pattern.DOTALL);

  private final AtomicBoolean cut = new AtomicBoolean();
  private final AtomicLong carried = new AtomicLong();
  private final ConcurrentHashMap<InetSocketAddress, Port> ports = new ConcurrentHashMap<>();
  private final List<Port> open = new ArrayList<>();

  /// The candidate as the other side may see it; null if it leads around the relay.
  @Nullable String through(String candidate) {
    Matcher parts = UDP.matcher(candidate);
    if (!parts.matches() || parts.group(2).contains(":") || parts.group(2).endsWith(".local")) {
      return null;
    }
    var target = new InetSocketAddress(parts.group(2), Integer.parseInt(parts.group(3)));
    Port port = ports.computeIfAbsent(target, this::port);
    return parts.group(1) + "127.0.0.1 " + port.number() + parts.group(4);
  }

  void cut() {
    cut.set(true);
  }

  void mend() {
    cut.set(false);
  }

  long carried() {
    return carried.get();
  }

  private Port port(InetSocketAddress target) {
    try {
      var channel = DatagramChannel.open();
      channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
      var port = new Port(channel, target);
      synchronized (open) {
        open.add(port);
      }
      Thread.ofPlatform().daemon().name("media-relay").start(port::carry);
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    synchronized (open) {
      open.forEach(Port::close);
    }
  }

  /// Stands for one address of one side; whoever wrote to it last is the other.
  private final class Port {
    private final DatagramChannel channel;
    private final InetSocketAddress target;
    private @Nullable SocketAddress other;

    Port(DatagramChannel channel, InetSocketAddress target) {
      this.channel = channel;
      this.target = target;
    }

    int number() {
      try {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void carry() {
      var packet = ByteBuffer.allocate(65_536);
      try {
        while (channel.isOpen()) {
          packet.clear();
          SocketAddress from = channel.receive(packet);
          packet.flip();
          SocketAddress to = target.equals(from) ? other : target;
          if (!target.equals(from)) {
            other = from;
          }
          if (to != null && !cut.get()) {
            channel.send(packet, to);
            carried.incrementAndGet();
          }
        }
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
