package dev.optima.backend.signaling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A peer that said hello and then died without a word: its socket is open, but nobody answers.
final class DeadPeer implements AutoCloseable {
  private final Socket socket;

  DeadPeer(int port, String token) {
    try {
      socket = new Socket("127.0.0.1", port);
      var out = socket.getOutputStream();
      out.write(
          ("GET /ws HTTP/1.1\r\nHost: 127.0.0.1:"
                  + port
                  + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                  + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      var answer = new StringBuilder();
      while (answer.indexOf("\r\n\r\n") < 0) {
        answer.append((char) socket.getInputStream().read());
      }
      byte[] hello =
          ("{\"type\":\"hello\",\"token\":\"" + token + "\"}").getBytes(StandardCharsets.US_ASCII);
      var frame = new byte[6 + hello.length]; // masked with zeros
      frame[0] = (byte) 0x81;
      frame[1] = (byte) (0x80 | hello.length);
      System.arraycopy(hello, 0, frame, 6, hello.length);
      out.write(frame);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
