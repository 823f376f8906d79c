package dev.optima.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.sample.DeskRig;
import dev.optima.icons.Icons;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class WindowPicturesTest {
  private static final Color RED = Color.web("#d1242f");

  private Stage stage;

  @BeforeEach
  void start() throws Exception {
    stage = FxToolkit.registerPrimaryStage();
  }

  @Test
  void aWindowHasEverySize() {
    show(0);
    assertThat(stage.getIcons())
        .extracting(Image::getWidth)
        .containsExactlyElementsOf(Icons.WINDOW.stream().map(Integer::doubleValue).toList());
    assertThat(stage.getIcons()).noneMatch(WindowPicturesTest::isMarked);
  }

  @Test
  void missedCallsAreSeenOnEachAndGoAgain() {
    show(4);
    assertThat(stage.getIcons()).allMatch(WindowPicturesTest::isMarked);
    show(0);
    assertThat(stage.getIcons()).noneMatch(WindowPicturesTest::isMarked);
  }

  private void show(long missed) {
    DeskRig.fx(
        () -> {
          WindowPictures.show(stage, missed);
          return true;
        });
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
