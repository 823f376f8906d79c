package dev.optima.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.icons.Icons;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class WindowPicturesTest {
  private static final Color RED = Color.web("#d1242f");

  @BeforeAll
  static void start() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void areThereInEverySize() {
    assertThat(WindowPictures.load(0))
        .noneMatch(WindowPicturesTest::isMarked)
        .extracting(Image::getWidth)
        .containsExactlyElementsOf(Icons.WINDOW.stream().map(Integer::doubleValue).toList());
  }

  @Test
  void missedCallsAreSeenOnEach() {
    assertThat(WindowPictures.load(4)).allMatch(WindowPicturesTest::isMarked);
    assertThat(WindowPictures.load(400)).allMatch(WindowPicturesTest::isMarked);
  }

  private static boolean isMarked(Image picture) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.getPixelReader().getColor(x, y).equals(RED)) {
          return true;
        }
      }
    }
    return false;
  }
}
