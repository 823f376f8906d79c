package dev.optima.backend.attachment;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A scripted stand-in for clamd: it speaks the real protocol on the loopback (PING, INSTREAM), and
/// knows one virus, the EICAR test file.
final class ScriptedClamd implements AutoCloseable {
  /// The test file that every scanner knows (https://www.eicar.org), in two parts so that none
  /// takes this source for it.
  static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private final ServerSocket server;
  private final AtomicInteger scans = new AtomicInteger();
  private volatile int limit = Integer.MAX_VALUE;
  private volatile boolean silent;

  ScriptedClamd() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  ClamdAddress address() {
    return new ClamdAddress("clamd://127.0.0.1:" + server.getLocalPort());
  }

  int scans() {
    return scans.get();
  }

  /// As `StreamMaxLength`.
  void limit(int bytes) {
    limit = bytes;
  }

  /// Takes everything and says nothing.
  void beSilent() {
    silent = true;
  }

  private void serve() {
    while (true) {
      Socket socket;
      try {
        socket = server.accept();
      } catch (IOException e) {
        return;
      }
      Thread.ofVirtual().start(() -> answer(socket));
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      var in = new DataInputStream(socket.getInputStream());
      String command = command(in);
      String reply =
          switch (command) {
            case "zPING" -> "PONG";
            case "zINSTREAM" -> scan(in);
            default -> "UNKNOWN COMMAND";
          };
      if (silent) {
        in.read();
      } else {
        socket.getOutputStream().write((reply + "\0").getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String command(DataInputStream in) throws IOException {
    var command = new StringBuilder();
    for (int next; (next = in.read()) > 0; ) {
      command.append((char) next);
    }
    return command.toString();
  }

  private String scan(DataInputStream in) throws IOException {
    var content = new StringBuilder();
    for (int length; (length = in.readInt()) > 0; ) {
      content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
      if (content.length() > limit) {
        return "INSTREAM size limit exceeded. ERROR";
      }
    }
    scans.incrementAndGet();
    return content.indexOf(EICAR) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
