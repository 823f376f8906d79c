package dev.optima.console.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class FrameStoreTest {
  static final int SIZE = 16;

  private static ByteBuffer picture(int width, int height, int colour) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(width * height * 4);
    for (int i = 0; i < width * height; i++) {
      buffer.putInt(i * 4, colour);
    }
    return buffer;
  }

  private static void paint(ByteBuffer picture, Rectangle where, int colour) {
    for (int y = where.y; y < where.y + where.height; y++) {
      for (int x = where.x; x < where.x + where.width; x++) {
        picture.putInt((y * SIZE + x) * 4, colour);
      }
    }
  }

  @Test
  void nothing_is_read_before_something_was_painted_or_twice() {
    FrameStore store = new FrameStore();
    assertThat(store.read((bgra, width, height, dirty) -> {})).isFalse();
    store.write(picture(4, 2, 7), 4, 2);
    AtomicReference<Rectangle> seen = new AtomicReference<>();
    assertThat(store.read((bgra, width, height, dirty) -> seen.set(dirty))).isTrue();
    assertThat(seen).hasValue(new Rectangle(0, 0, 4, 2));
    assertThat(store.read((bgra, width, height, dirty) -> {})).isFalse();
  }

  @Test
  void what_did_not_change_is_not_read() {
    FrameStore store = new FrameStore();
    ByteBuffer painted = picture(4, 6, 1);
    store.write(painted, 4, 6);
    store.read((bgra, width, height, dirty) -> {});
    store.write(painted, 4, 6);
    assertThat(store.read((bgra, width, height, dirty) -> {})).isFalse();
    painted.putInt(4 * (2 * 4 + 3), 9).putInt(4 * (3 * 4), 9);
    store.write(painted, 4, 6);
    AtomicReference<Rectangle> seen = new AtomicReference<>();
    assertThat(store.read((bgra, width, height, dirty) -> seen.set(dirty))).isTrue();
    assertThat(seen).hasValue(new Rectangle(0, 2, 4, 2));
  }

  @Property(tries = 300)
  void what_is_shown_is_what_was_painted(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = SIZE - 1) Integer> corners,
      @ForAll @IntRange(min = 1, max = SIZE) int width,
      @ForAll @IntRange(min = 1, max = SIZE) int height) {
    FrameStore store = new FrameStore();
    ByteBuffer shown = picture(SIZE, SIZE, 0);
    ByteBuffer expected = picture(SIZE, SIZE, 1);
    store.write(expected, SIZE, SIZE);
    store.read((bgra, w, h, dirty) -> FrameStore.copy(bgra, shown, SIZE, dirty));
    int colour = 1;
    for (int corner : corners) {
      colour++;
      Rectangle dirty = new Rectangle(corner, SIZE - 1 - corner, width, height);
      Rectangle inside = dirty.intersection(new Rectangle(0, 0, SIZE, SIZE));
      paint(expected, inside, colour);
      store.write(expected, SIZE, SIZE);
    }
    store.read((bgra, w, h, dirty) -> FrameStore.copy(bgra, shown, SIZE, dirty));
    assertThat(shown).isEqualTo(expected);
  }
}
