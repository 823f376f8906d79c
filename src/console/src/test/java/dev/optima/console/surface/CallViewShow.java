package dev.optima.console.surface;

import dev.optima.console.surface.FrameMeter.Count;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/// One page in a window of 1280×720, telling every five seconds how its pictures come. Run by
/// [CallViewMeasure].
final class CallViewShow {
  private static final int SECONDS = 5;

  private CallViewShow() {}

  public static void main(String[] arguments) {
    CallSurfaces surfaces =
        new CallSurfaces(
            SurfaceConfig.of(
                SurfaceSetting.CHROMIUM, Path.of(System.getProperty("optima.test.home"))),
            Platform::runLater);
    Platform.startup(() -> show(surfaces, URI.create(arguments[0])));
  }

  private static void show(CallSurfaces surfaces, URI page) {
    Stage stage = new Stage();
    ChromiumSurface surface = (ChromiumSurface) surfaces.create();
    stage.setScene(new Scene(new StackPane(surface.node()), 1280, 720));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    surface.open(new CallTarget(page, "en"), event -> {});
    Timeline telling = new Timeline(new KeyFrame(Duration.seconds(SECONDS)));
    telling.setCycleCount(1);
    tell(telling, surface, surface.frames());
  }

  private static void tell(Timeline telling, ChromiumSurface surface, Count before) {
    telling.setOnFinished(
        done -> {
          Count now = surface.frames();
          long painted = Math.max(1, now.painted() - before.painted());
          long shown = Math.max(1, now.shown() - before.shown());
          System.out.printf(
              Locale.ROOT,
              "pictures painted %.1f/s, shown %.1f/s, copied in %.2f ms + %.2f ms%n",
              painted / (double) SECONDS,
              shown / (double) SECONDS,
              (now.paintNanos() - before.paintNanos()) / 1e6 / painted,
              (now.showNanos() - before.showNanos()) / 1e6 / shown);
          tell(telling, surface, now);
          telling.playFromStart();
        });
    telling.playFromStart();
  }
}
