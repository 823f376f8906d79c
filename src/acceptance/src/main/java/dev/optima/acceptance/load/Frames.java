package dev.optima.acceptance.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The WebSocket frames (RFC 6455) of one connection, as far as a load needs them.
final class Frames {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  private byte[] bytes = new byte[1024];
  private int length;
  private int position;
  private int opcode;
  private byte[] payload = new byte[0];
  private @Nullable StringBuilder fragments;

  void clear() {
    length = 0;
    position = 0;
    fragments = null;
  }

  void append(ByteBuffer more) {
    int size = more.remaining();
    if (length + size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
    }
    more.get(bytes, length, size);
    length += size;
  }

  static byte[] handshake(SocketChannel channel) throws IOException {
    String request =
        """
        GET /ws HTTP/1.1\r
        Host: 127.0.0.1:%s\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        \r
        """
            .formatted(channel.getRemoteAddress().toString().replaceAll(".*:", ""));
    return request.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Whether the answer to the handshake is there.
  ///
  /// @throws IOException if it is not the upgrade
  boolean handshakeDone() throws IOException {
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int end = head.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (!head.startsWith("HTTP/1.1 101")) {
      throw new IOException("handshake refused: " + head.substring(0, head.indexOf('\r')));
    }
    position = end + 4;
    return true;
  }

  /// Goes on to the next whole message or control frame.
  boolean next() {
    while (length - position >= 2) {
      boolean last = (bytes[position] & FINAL) != 0;
      int code = bytes[position] & 15;
      int size = bytes[position + 1] & 127;
      int head = size == 126 ? 4 : size == 127 ? 10 : 2;
      if (length - position < head) {
        return false;
      }
      if (size == 126) {
        size = Short.toUnsignedInt(ByteBuffer.wrap(bytes, position + 2, 2).getShort());
      } else if (size == 127) {
        size = (int) ByteBuffer.wrap(bytes, position + 2, 8).getLong();
      }
      if (length - position < head + size) {
        return false;
      }
      payload = Arrays.copyOfRange(bytes, position + head, position + head + size);
      position += head + size;
      opcode = code;
      if (code >= CLOSE || whole(last)) {
        return true;
      }
    }
    return false;
  }

  private boolean whole(boolean last) {
    if (last && fragments == null) {
      return true;
    }
    if (fragments == null) {
      fragments = new StringBuilder();
    }
    fragments.append(new String(payload, StandardCharsets.ISO_8859_1));
    if (!last) {
      return false;
    }
    payload = fragments.toString().getBytes(StandardCharsets.ISO_8859_1);
    fragments = null;
    opcode = TEXT;
    return true;
  }

  int opcode() {
    return opcode;
  }

  byte[] payload() {
    return payload;
  }

  /// Latin-1 is enough to look for the fields that matter, and costs nothing.
  String text() {
    return new String(payload, StandardCharsets.ISO_8859_1);
  }

  String closeCode() {
    return payload.length < 2 ? "" : " " + Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
  }

  /// Forgets what was read.
  void compact() {
    System.arraycopy(bytes, position, bytes, 0, length - position);
    length -= position;
    position = 0;
    if (length == 0 && bytes.length > 8192) {
      bytes = new byte[1024];
    }
  }

  /// A client's frame; the mask is zero, which is legal and costs nothing.
  static ByteBuffer masked(int opcode, byte[] payload) {
    int head = payload.length < 126 ? 6 : payload.length < 65_536 ? 8 : 14;
    ByteBuffer frame = ByteBuffer.allocate(head + payload.length).put((byte) (FINAL | opcode));
    switch (head) {
      case 6 -> frame.put((byte) (MASKED | payload.length));
      case 8 -> frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
      default -> frame.put((byte) (MASKED | 127)).putLong(payload.length);
    }
    return frame.putInt(0).put(payload).flip();
  }
}
