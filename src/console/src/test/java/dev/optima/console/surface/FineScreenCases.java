package dev.optima.console.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// Chromium on a screen with two pixels per unit. Run by [DisplayTest] in a JVM of its own.
final class FineScreenCases {

  @Test
  void the_page_is_drawn_in_the_screens_own_pixels() throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try (PageServer pages = new PageServer();
        CallSurfaces surfaces = Rig.surfaces(Path.of(System.getProperty("optima.test.home")))) {
      Rig rig = new Rig(surfaces);
      rig.open(pages.page("controls.html"));
      rig.awaitNote("size 1280x720@2");
      Rig.until("a picture", () -> rig.surface().frames().shown() > 0);
      Rig.until("the red button", () -> red(rig.colour(215, 55)));
      assertThat(red(rig.colour(223, 55))).isFalse();
      rig.click(200, 40);
      rig.awaitNote("clicked");
      rig.close();
    } finally {
      Platform.exit();
    }
  }

  private static boolean red(Color colour) {
    return colour.getRed() > 0.7 && colour.getGreen() < 0.3;
  }
}
