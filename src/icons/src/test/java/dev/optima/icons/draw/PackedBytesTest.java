package dev.optima.icons.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedBytesTest {

  @Test
  void packsAsAppleDoes() {
    byte[] bytes = {1, 2, 2, 2, 2, 3, 4, 4};
    assertThat(packed(bytes)).containsExactly(0, 1, 129, 2, 2, 3, 4, 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 127, 128, 129, 130, 131, 260, 261, 5000})
  void whatWasPackedIsUnpacked(int length) {
    Random random = new Random(length);
    for (int kinds : new int[] {1, 2, 4, 256}) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) random.nextInt(kinds);
      }
      assertThat(unpacked(packed(bytes))).isEqualTo(bytes);
    }
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackedBytes.pack(bytes, out);
    return out.toByteArray();
  }

  private static byte[] unpacked(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; ) {
      int head = bytes[at++] & 0xff;
      if (head < 128) {
        out.write(bytes, at, head + 1);
        at += head + 1;
      } else {
        for (int i = 0; i < head - 125; i++) {
          out.write(bytes[at]);
        }
        at++;
      }
    }
    return out.toByteArray();
  }
}
