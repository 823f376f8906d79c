package dev.optima.icons.draw;

import java.io.ByteArrayOutputStream;

/// The packing of colours in icons of macOS: a byte below 128 is followed by one more bytes than it
/// says, as they are; one from 128 on says that the next byte comes 125 times less than that.
final class PackedBytes {
  private static final int LEAST_RUN = 3;
  private static final int MOST_RUN = 130;
  private static final int MOST_PLAIN = 128;
  private static final int RUN = 125;

  private PackedBytes() {}

  static void pack(byte[] bytes, ByteArrayOutputStream out) {
    int plain = 0;
    int at = 0;
    while (at < bytes.length) {
      int run = run(bytes, at);
      if (run >= LEAST_RUN) {
        plain(bytes, plain, at, out);
        out.write(run + RUN);
        out.write(bytes[at]);
        at += run;
        plain = at;
      } else {
        at += run;
      }
    }
    plain(bytes, plain, at, out);
  }

  private static int run(byte[] bytes, int from) {
    int end = from + 1;
    while (end < bytes.length && end - from < MOST_RUN && bytes[end] == bytes[from]) {
      end++;
    }
    return end - from;
  }

  private static void plain(byte[] bytes, int from, int to, ByteArrayOutputStream out) {
    for (int start = from; start < to; start += MOST_PLAIN) {
      int length = Math.min(MOST_PLAIN, to - start);
      out.write(length - 1);
      out.write(bytes, start, length);
    }
  }
}
