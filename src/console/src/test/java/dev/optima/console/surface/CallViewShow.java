package dev.optima.console.surface;

import dev.optima.console.surface.FrameMeter.Count;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
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
                SurfaceSetting.CHROMIUM,
                Path.of(System.getProperty("optima.test.home")),
                Path.of(System.getProperty("optima.test.home"))),
            Platform::runLater);
    Platform.startup(() -> show(surfaces, URI.create(arguments[0])));
  }

  private static void show(CallSurfaces surfaces, URI page) {
    Stage stage = new Stage();
    StackPane pane = new StackPane();
    stage.setScene(new Scene(pane, 1280, 720));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    open(
        surfaces,
        pane,
        page,
        "the first call, with the engine's start",
        cold -> {
          cold.close();
          open(surfaces, pane, page, "a call after it", CallViewShow::tell);
        });
  }

  private static void open(
      CallSurfaces surfaces,
      StackPane pane,
      URI page,
      String what,
      Consumer<ChromiumSurface> then) {
    long start = System.nanoTime();
    ChromiumSurface surface = (ChromiumSurface) surfaces.create();
    pane.getChildren().setAll(surface.node());
    surface.open(
        new CallTarget(page, "en"),
        event -> {
          if (event instanceof SurfaceEvent.Loaded) {
            System.out.printf(
                Locale.ROOT, "%s: open in %.0f ms%n", what, (System.nanoTime() - start) / 1e6);
            then.accept(surface);
          }
        });
  }

  private static void tell(ChromiumSurface surface) {
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
