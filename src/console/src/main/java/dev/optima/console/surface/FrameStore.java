package dev.optima.console.surface;

import java.awt.Rectangle;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The last picture of the page. CEF's thread writes what changed, the FX thread reads what changed
/// since it last read; neither sees half a picture.
final class FrameStore {
  private static final int BYTES_PER_PIXEL = 4;

  /// What the FX thread does with a picture.
  interface Reader {
    /// Takes the picture.
    ///
    /// @param bgra the whole picture; valid only during this call
    /// @param dirty what changed since the last read, over the whole width
    void read(ByteBuffer bgra, int width, int height, Rectangle dirty);
  }

  private ByteBuffer pixels = ByteBuffer.allocateDirect(0);
  private int width;
  private int height;
  private @Nullable Rectangle dirty;

  /// Takes over what changed, in bands over the whole width. Which rows these are is found by
  /// comparing: what CEF says has changed is not enough. It names what changed since the picture
  /// before, but passes over pictures that were dropped on their way (Chromium's
  /// `capture_update_rect` counts only if no `capture_counter` is missing), and after a change of
  /// size it may speak of the old one. Parts of an older layout stayed for good, and a rectangle
  /// that did not begin at the left edge was shown some pixels beside its place.
  ///
  /// @param source the whole picture
  synchronized void write(ByteBuffer source, int newWidth, int newHeight) {
    if (newWidth != width || newHeight != height) {
      width = newWidth;
      height = newHeight;
      pixels = ByteBuffer.allocateDirect(width * height * BYTES_PER_PIXEL);
      pixels.put(0, source, 0, pixels.capacity());
      dirty = new Rectangle(0, 0, width, height);
      return;
    }
    int first = 0;
    while (first < height && isSame(source, first)) {
      first++;
    }
    if (first == height) {
      return;
    }
    int last = height - 1;
    while (isSame(source, last)) {
      last--;
    }
    Rectangle changed = new Rectangle(0, first, width, last - first + 1);
    copy(source, pixels, width, changed);
    dirty = dirty == null ? changed : dirty.union(changed);
  }

  private boolean isSame(ByteBuffer source, int row) {
    int length = width * BYTES_PER_PIXEL;
    int start = row * length;
    return source.slice(start, length).mismatch(pixels.slice(start, length)) < 0;
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

  /// Copies rows of a picture to the same place of another of the same width.
  ///
  /// @param what over the whole width
  static void copy(ByteBuffer from, ByteBuffer to, int pictureWidth, Rectangle what) {
    int stride = pictureWidth * BYTES_PER_PIXEL;
    int start = what.y * stride;
    to.put(start, from, start, what.height * stride);
  }
}
