package dev.optima.acceptance.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports of the loopback.
public final class FreePort {
  private FreePort() {}

  /// A port that nobody listens on now.
  public static int any() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// The port wished for, or any if somebody has it.
  public static int preferably(int port) throws IOException {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      return any();
    }
  }
}
