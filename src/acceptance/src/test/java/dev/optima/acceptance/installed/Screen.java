package dev.optima.acceptance.installed;

import dev.optima.acceptance.harness.Wait;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;

/// What a person would see on the display: the picture that Xvfb keeps in a file, in the form of
/// xwd (`XWDFile.h`: a header of big-endian words, a table of colours, then the pixels).
final class Screen {
  private static final int HEADER_SIZE = 0;
  private static final int WIDTH = 4;
  private static final int HEIGHT = 5;
  private static final int LINE_BYTES = 12;
  private static final int COLOURS = 19;
  private static final int COLOUR_BYTES = 12;

  /// Of all pixels: less is a cursor that blinks.
  private static final double LITTLE = 0.002;

  /// Of all pixels: less is a form that waits for an answer with its button grey, more is another.
  private static final double MUCH = 0.01;

  /// Of all pixels: more is a picture that moves.
  private static final double MOVED = 0.0003;

  private static final Duration STILL = Duration.ofMillis(700);
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final Path file;

  Screen(Path file) {
    this.file = file;
  }

  /// One look at it.
  ///
  /// @param pixels line by line, `0xRRGGBB`
  record Look(int width, int height, int[] pixels) {

    /// Which share of it is not as it was then.
    double differs(Look then) {
      int others = 0;
      for (int i = 0; i < pixels.length; i++) {
        if (pixels[i] != then.pixels[i]) {
          others++;
        }
      }
      return (double) others / pixels.length;
    }

    /// Which share of it has the green of Chromium's test camera.
    double testCamera() {
      int green = 0;
      for (int pixel : pixels) {
        if ((pixel >> 8 & 0xFF) > 0x60 && (pixel >> 16) < 0x60 && (pixel & 0xFF) < 0x30) {
          green++;
        }
      }
      return (double) green / pixels.length;
    }
  }

  Look look() throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
    int width = word(all, WIDTH);
    int height = word(all, HEIGHT);
    int line = word(all, LINE_BYTES);
    int start = word(all, HEADER_SIZE) + COLOUR_BYTES * word(all, COLOURS);
    ByteBuffer picture = all.order(ByteOrder.LITTLE_ENDIAN);
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      picture.position(start + y * line);
      picture.asIntBuffer().get(pixels, y * width, width);
    }
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] &= 0xFFFFFF;
    }
    return new Look(width, height, pixels);
  }

  private static int word(ByteBuffer header, int number) {
    return header.getInt(number * Integer.BYTES);
  }

  /// Waits until it shows something else than before.
  ///
  /// @return whether it did in time
  boolean isOtherThan(Look before, Duration most) {
    return Wait.value(most, () -> differsMuch(before) ? true : null).isPresent();
  }

  private boolean differsMuch(Look before) {
    try {
      return look().differs(before) > MUCH;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until that share of it is the picture of Chromium's test camera, and moves.
  void awaitTestCamera(String what, double share) {
    Wait.until(
        what,
        () -> {
          Look before = look();
          Wait.pass(MOMENT);
          return before.testCamera() > share && look().differs(before) > MOVED;
        });
  }

  /// Waits until nothing changes for a while, as a person does between two steps.
  void awaitStill(String what) {
    Wait.until(what, this::isStill);
  }

  private boolean isStill() throws IOException {
    Look now = look();
    Wait.pass(STILL);
    return look().differs(now) < LITTLE;
  }

  /// Keeps it for whoever wants to see it.
  void keep(Path png) throws IOException {
    Look look = look();
    BufferedImage image =
        new BufferedImage(look.width(), look.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, look.width(), look.height(), look.pixels(), 0, look.width());
    ImageIO.write(image, "png", png.toFile());
  }
}
