package dev.optima.console.surface;

import java.awt.Rectangle;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The last picture of the page. CEF's thread writes what changed, the FX thread reads what changed
/// since it last read; neither sees half a picture.
final class FrameStore {
  private static final int BYTES_PER_PIXEL = 4;

  /// For so many pictures after a change of size all is taken, whatever is said to have changed:
  /// CEF still reports changes of the old size then (seen on a slow machine: a part of the older
  /// layout stayed for good).
  private static final int UNSURE = 60;

  /// What the FX thread does with a picture.
  interface Reader {
    /// Takes the picture.
    ///
    /// @param bgra the whole picture; valid only during this call
    /// @param dirty what changed since the last read
    void read(ByteBuffer bgra, int width, int height, Rectangle dirty);
  }

  private ByteBuffer pixels = ByteBuffer.allocateDirect(0);
  private int width;
  private int height;
  private @Nullable Rectangle dirty;
  private int unsure;

  /// Takes over what changed.
  synchronized void write(Rectangle[] changed, ByteBuffer source, int newWidth, int newHeight) {
    if (newWidth != width || newHeight != height) {
      width = newWidth;
      height = newHeight;
      pixels = ByteBuffer.allocateDirect(width * height * BYTES_PER_PIXEL);
      pixels.put(0, source, 0, pixels.capacity());
      dirty = new Rectangle(0, 0, width, height);
      unsure = UNSURE;
      return;
    }
    Rectangle all = new Rectangle(0, 0, width, height);
    boolean sure = unsure == 0;
    unsure = sure ? 0 : unsure - 1;
    for (Rectangle rectangle : sure ? changed : new Rectangle[] {all}) {
      Rectangle inside = rectangle.intersection(all);
      if (!inside.isEmpty()) {
        copy(source, pixels, width, inside);
        dirty = dirty == null ? inside : dirty.union(inside);
      }
    }
  }

  /// Hands out the picture if it changed since the last time.
  ///
  /// @return whether it did
  synchronized boolean read(Reader reader) {
    Rectangle changed = dirty;
    if (changed == null) {
      return false;
    }
    dirty = null;
    reader.read(pixels, width, height, changed);
    return true;
  }

  /// Copies one rectangle of a picture to the same place of another of the same width.
  static void copy(ByteBuffer from, ByteBuffer to, int pictureWidth, Rectangle what) {
    int stride = pictureWidth * BYTES_PER_PIXEL;
    int start = what.y * stride + what.x * BYTES_PER_PIXEL;
    if (what.width == pictureWidth) {
      to.put(start, from, start, what.height * stride);
      return;
    }
    int length = what.width * BYTES_PER_PIXEL;
    for (int row = 0; row < what.height; row++) {
      int at = start + row * stride;
      to.put(at, from, at, length);
    }
  }
}
