package dev.optima.console.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// What a node looks like now, twice as fine as on a plain screen, without what has no place in a
/// picture.
public final class Picture {
  /// The style class of what has no place in a picture.
  public static final String NOT_IN_PICTURE = "not-in-picture";

  private static final double FINE = 2;

  /// A side longer than this is more than programs like to open.
  private static final double LONGEST = 12_000;

  private final Image image;

  private Picture(Image image) {
    this.image = image;
  }

  /// Takes it; on the FX thread.
  public static Picture of(Node node) {
    List<Node> hidden =
        node.lookupAll("." + NOT_IN_PICTURE).stream().filter(Node::isVisible).toList();
    hidden.forEach(tool -> tool.setVisible(false));
    double side = Math.max(node.getLayoutBounds().getWidth(), node.getLayoutBounds().getHeight());
    double scale = Math.min(FINE, LONGEST / Math.max(1, side));
    SnapshotParameters how = new SnapshotParameters();
    how.setFill(Color.TRANSPARENT);
    how.setTransform(Transform.scale(scale, scale));
    try {
      return new Picture(node.snapshot(how, null));
    } finally {
      hidden.forEach(tool -> tool.setVisible(true));
    }
  }

  Image image() {
    return image;
  }

  /// Writes it as PNG. Waits for the disk.
  void write(OutputStream out) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage written = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    written.setRGB(0, 0, width, height, pixels, 0, width);
    if (!ImageIO.write(written, "png", out)) {
      throw new IOException("no writer of PNG");
    }
  }
}
