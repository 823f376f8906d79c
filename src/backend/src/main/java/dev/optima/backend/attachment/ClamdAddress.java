package dev.optima.backend.attachment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;

/// Where a clamd listens: `clamd://host:port`, or the path of its socket.
public record ClamdAddress(String text) {
  private static final int PORT = 3310;

  /// @throws IllegalArgumentException if it is neither
  public ClamdAddress {
    if (!text.startsWith("/")) {
      URI uri = URI.create(text);
      boolean named = "clamd".equals(uri.getScheme()) && uri.getHost() != null;
      if (!named || !uri.getPath().isEmpty() || uri.getQuery() != null) {
        throw new IllegalArgumentException("not an address of clamd: " + text);
      }
    }
  }

  /// A channel that is not connected yet, so that somebody can close it while it connects.
  SocketChannel open() throws IOException {
    return text.startsWith("/")
        ? SocketChannel.open(StandardProtocolFamily.UNIX)
        : SocketChannel.open();
  }

  SocketAddress resolve() throws IOException {
    if (text.startsWith("/")) {
      return UnixDomainSocketAddress.of(text);
    }
    URI uri = URI.create(text);
    var address = new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? PORT : uri.getPort());
    if (address.isUnresolved()) {
      throw new UnknownHostException(uri.getHost());
    }
    return address;
  }

  @Override
  public String toString() {
    return text;
  }
}
