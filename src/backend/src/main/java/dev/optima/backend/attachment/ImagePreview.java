package dev.optima.backend.attachment;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.optima.backend.attachment.StoredFile.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/// A picture of a picture: the first frame only, and only if its head says that decoding it takes
/// no more than it may. Of a large one only every so many pixels are kept in memory.
final class ImagePreview {
  /// Pixels of one side.
  private static final int MAX_SIDE = 30_000;

  /// Pixels of a format that is decoded line by line.
  private static final long MAX_PIXELS = 64_000_000;

  /// Pixels of one that needs them all at once: WebP, and JPEG that comes in passes.
  private static final long MAX_PIXELS_AT_ONCE = 25_000_000;

  /// The longest side of what is decoded, before it is scaled down for good.
  private static final int DECODED_SIDE = 2 * PictureFile.MAX_SIDE;

  private ImagePreview() {}

  static Picture make(PreviewTask task) throws IOException {
    boolean jpeg = task.mediaType().equals("image/jpeg");
    JpegHead head = jpeg ? JpegHead.read(task.source()) : JpegHead.PLAIN;
    boolean atOnce = head.progressive() || task.mediaType().equals("image/webp");
    ImageReader reader = reader(task.mediaType());
    try (ImageInputStream in = new FileImageInputStream(task.source().toFile())) {
      reader.setInput(in, true, true);
      BufferedImage decoded = decode(reader, atOnce ? MAX_PIXELS_AT_ONCE : MAX_PIXELS);
      return PictureFile.write(head.upright(decoded), task.target());
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage decode(ImageReader reader, long mostPixels) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > mostPixels) {
      throw new IOException("the picture has too many pixels: " + width + "x" + height);
    }
    int step = Math.max(1, Math.max(width, height) / DECODED_SIDE);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, param);
  }

  /// Only these decoders see a file; whatever else is on the class path does not.
  private static ImageReader reader(String mediaType) throws IOException {
    if (mediaType.equals("image/webp")) {
      return new WebPImageReaderSpi().createReaderInstance(null);
    }
    Iterator<ImageReader> all = ImageIO.getImageReadersByMIMEType(mediaType);
    while (all.hasNext()) {
      ImageReader reader = all.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
    }
    throw new IOException("there is no decoder of " + mediaType);
  }
}
