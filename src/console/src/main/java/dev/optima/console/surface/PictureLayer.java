package dev.optima.console.surface;

import java.awt.Rectangle;
import java.nio.ByteBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// One picture of the page in the scene: the page itself, or the open list of a `<select>`. FX
/// thread only, but for its [FrameStore].
final class PictureLayer {
  private final FrameStore frames = new FrameStore();
  private final ImageView view = new ImageView();
  private @Nullable PixelBuffer<ByteBuffer> shown;

  PictureLayer() {
    view.setMouseTransparent(true);
    view.setManaged(false);
    // One pixel of the page is one pixel of the screen: nothing to smooth, and a blit instead of a
    // scaling.
    view.setSmooth(false);
  }

  ImageView view() {
    return view;
  }

  FrameStore frames() {
    return frames;
  }

  /// Shows what was painted since the last time.
  ///
  /// @param scale pixels per unit
  /// @return whether there was something
  boolean update(double scale) {
    return frames.read((bgra, width, height, dirty) -> show(bgra, width, height, dirty, scale));
  }

  private void show(ByteBuffer bgra, int width, int height, Rectangle dirty, double scale) {
    PixelBuffer<ByteBuffer> buffer = shown;
    if (buffer == null || buffer.getWidth() != width || buffer.getHeight() != height) {
      ByteBuffer own = ByteBuffer.allocateDirect(width * height * 4);
      own.put(0, bgra, 0, own.capacity());
      buffer = new PixelBuffer<>(width, height, own, PixelFormat.getByteBgraPreInstance());
      shown = buffer;
      view.setImage(new WritableImage(buffer));
    } else {
      buffer.updateBuffer(
          target -> {
            FrameStore.copy(bgra, target.getBuffer(), width, dirty);
            return new Rectangle2D(dirty.x, dirty.y, dirty.width, dirty.height);
          });
    }
    view.setFitWidth(width / scale);
    view.setFitHeight(height / scale);
  }
}
