package dev.optima.console.surface;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// A window on a real display with a surface in it, and hands and eyes for a test.
final class Rig {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;
  private static final int WAIT_SECONDS = 60;

  private final CallSurfaces surfaces;
  private final BlockingQueue<SurfaceEvent> events = new LinkedBlockingQueue<>();
  private final Stage stage;
  private final StackPane pane;
  private ChromiumSurface surface;

  Rig(CallSurfaces surfaces) throws Exception {
    this.surfaces = surfaces;
    this.pane = onFx(StackPane::new);
    this.stage = onFx(() -> window("rig", pane));
    this.surface = fresh();
  }

  static CallSurfaces surfaces(Path home, String... more) {
    return new CallSurfaces(
        new SurfaceConfig(SurfaceSetting.CHROMIUM, home, home, List.of(more)), Platform::runLater);
  }

  static <T> T onFx(Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return get(done);
  }

  private static <T> T get(CompletableFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(WAIT_SECONDS, SECONDS);
  }

  static Stage window(String title, StackPane content) {
    Stage window = new Stage();
    window.setTitle(title);
    window.setScene(new Scene(content, WIDTH, HEIGHT));
    window.setX(0);
    window.setY(0);
    window.show();
    return window;
  }

  private ChromiumSurface fresh() throws Exception {
    ChromiumSurface next = (ChromiumSurface) surfaces.create();
    onFx(() -> pane.getChildren().setAll(next.node()));
    return next;
  }

  /// Takes another surface, for another call.
  void again() throws Exception {
    events.clear();
    surface = fresh();
  }

  ChromiumSurface surface() {
    return surface;
  }

  Stage stage() {
    return stage;
  }

  StackPane pane() {
    return pane;
  }

  void open(URI page) {
    open(new CallTarget(page, "tr"));
  }

  void open(CallTarget target) {
    surface.open(target, events::add);
  }

  /// The next event of the kind for which `wanted` holds; those before it are passed over.
  <T extends SurfaceEvent> T await(Class<T> kind, Predicate<T> wanted) throws Exception {
    List<SurfaceEvent> seen = new java.util.ArrayList<>();
    for (; ; ) {
      SurfaceEvent event = events.poll(WAIT_SECONDS, SECONDS);
      if (event == null) {
        throw new AssertionError("no such " + kind.getSimpleName() + "; seen: " + seen);
      }
      if (kind.isInstance(event) && wanted.test(kind.cast(event))) {
        return kind.cast(event);
      }
      seen.add(event);
    }
  }

  /// Waits until the page says that.
  String awaitNote(String start) throws Exception {
    SurfaceEvent.State state =
        await(
            SurfaceEvent.State.class,
            said -> said.reason() != null && said.reason().startsWith(start));
    String reason = state.reason();
    return reason == null ? "" : reason;
  }

  /// All that was told and not looked at.
  List<SurfaceEvent> rest() {
    return List.copyOf(events);
  }

  void attempt(String name) {
    surface.send(new PageCommand.Language(name));
  }

  void click(int x, int y) throws Exception {
    onFx(
        () -> {
          Robot robot = new Robot();
          robot.mouseMove(stage.getX() + x, stage.getY() + y);
          robot.mousePress(MouseButton.PRIMARY);
          robot.mouseRelease(MouseButton.PRIMARY);
          return true;
        });
  }

  /// The colour on the screen, as the user sees it.
  Color colour(int x, int y) throws Exception {
    return onFx(() -> new Robot().getPixelColor(stage.getX() + x, stage.getY() + y));
  }

  WritableImage picture() throws Exception {
    return onFx(() -> new Robot().getScreenCapture(null, 0, 0, WIDTH, HEIGHT));
  }

  /// Waits, pulse by pulse, until it holds.
  static void until(String what, Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + SECONDS.toNanos(WAIT_SECONDS);
    while (!holds.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what);
      }
      pulse();
    }
  }

  private static void pulse() throws Exception {
    CompletableFuture<Boolean> next = new CompletableFuture<>();
    Platform.runLater(
        () ->
            new javafx.animation.AnimationTimer() {
              @Override
              public void handle(long now) {
                stop();
                next.complete(true);
              }
            }.start());
    get(next);
  }

  /// Runs `xdotool`, for what only real key events show.
  static void xdotool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("xdotool"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + output);
    }
  }

  void close() throws Exception {
    surface.close();
    await(SurfaceEvent.Closed.class, event -> true);
  }
}
