package dev.optima.console.client;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Remembers the last line of what is written, however much that is.
final class LastLine {
  /// Longer lines are of no interest.
  private static final int MOST = 200;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean ended;

  /// Writes to `out`, and keeps in mind what goes by.
  OutputStream of(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        for (int i = from; i < from + count; i++) {
          passed(bytes[i]);
        }
      }

      @Override
      public void write(int one) throws IOException {
        out.write(one);
        passed((byte) one);
      }
    };
  }

  private void passed(byte one) {
    if (ended) {
      line.reset();
      ended = false;
    }
    if (one == '\n') {
      ended = true;
    } else if (line.size() < MOST) {
      line.write(one);
    }
  }

  /// Its beginning, without what ends it.
  String text() {
    return line.toString(StandardCharsets.UTF_8).strip();
  }
}
