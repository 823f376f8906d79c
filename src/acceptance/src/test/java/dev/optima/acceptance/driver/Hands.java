package dev.optima.acceptance.driver;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// Looks nodes up by CSS, reads them, and works mouse and keyboard through JavaFX's own robot.
final class Hands {
  private static final long PATIENCE = 10;

  private static <T> T onFx(Callable<T> question) throws Exception {
    var answer = new CompletableFuture<T>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(question.call());
          } catch (Exception e) {
            answer.completeExceptionally(e);
          }
        });
    return answer.get(PATIENCE, TimeUnit.SECONDS);
  }

  /// Whether it is there; nothing is before JavaFX has started.
  boolean has(String selector) throws Exception {
    try {
      return onFx(() -> Sight.find(selector).isPresent());
    } catch (IllegalStateException e) {
      return false;
    }
  }

  String text(String selector) throws Exception {
    return onFx(() -> Sight.text(Sight.one(selector)));
  }

  String tree() throws Exception {
    return onFx(Sight::tree);
  }

  String title() throws Exception {
    return onFx(
        () ->
            Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(w -> Objects.toString(((Stage) w).getTitle(), ""))
                .collect(Collectors.joining(" | ")));
  }

  /// What a node looks like: `disabled selected` and its classes and pseudo-classes.
  String state(String selector) throws Exception {
    return onFx(
        () -> {
          Node node = Sight.one(selector);
          String selected =
              node instanceof ToggleButton toggle && toggle.isSelected() ? "selected " : "";
          return selected
              + (node.isDisabled() ? "disabled " : "")
              + String.join(" ", node.getStyleClass())
              + " "
              + node.getPseudoClassStates().stream()
                  .map(p -> ":" + p.getPseudoClassName())
                  .collect(Collectors.joining(" "));
        });
  }

  String click(String selector) throws Exception {
    onFx(
        () -> {
          Node node = Sight.one(selector);
          if (node.isDisabled()) {
            throw new IllegalStateException(selector + " is disabled");
          }
          Bounds bounds = node.localToScreen(node.getBoundsInLocal());
          new Robot().mouseMove(bounds.getCenterX(), bounds.getCenterY());
          return bounds;
        });
    pulse(60);
    onFx(() -> robot(robot -> robot.mousePress(MouseButton.PRIMARY)));
    pulse(40);
    onFx(() -> robot(robot -> robot.mouseRelease(MouseButton.PRIMARY)));
    pulse(60);
    return "";
  }

  private interface Act {
    void with(Robot robot);
  }

  private static boolean robot(Act act) {
    act.with(new Robot());
    return true;
  }

  /// Puts text into whatever has the focus, as an input method does: every letter of every
  /// language.
  String type(String text) throws Exception {
    onFx(
        () -> {
          Node focused = Sight.focused();
          if (focused instanceof javafx.scene.control.TextInputControl input) {
            input.insertText(input.getCaretPosition(), text);
            return true;
          }
          throw new IllegalStateException("no text field has the focus: " + focused);
        });
    return "";
  }

  String key(String name) throws Exception {
    KeyCode code = KeyCode.valueOf(name);
    onFx(() -> robot(robot -> robot.keyType(code)));
    pulse(40);
    return "";
  }

  /// Sets the size of the main window, `width x height`.
  String size(String text) throws Exception {
    String[] numbers = text.split("x");
    onFx(
        () -> {
          Stage stage = Sight.mainStage();
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(Double.parseDouble(numbers[0]));
          stage.setHeight(Double.parseDouble(numbers[1]));
          return true;
        });
    pulse(200);
    return "";
  }

  /// Takes a picture of the main window as it is on the screen.
  String shot(String file) throws Exception {
    WritableImage image =
        onFx(
            () -> {
              Stage stage = Sight.mainStage();
              return new Robot()
                  .getScreenCapture(
                      null,
                      new Rectangle2D(
                          stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()),
                      false);
            });
    write(image, Path.of(file));
    return file;
  }

  private static void write(WritableImage image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    ImageIO.write(picture, "png", file.toFile());
  }

  /// Lets the FX thread work for a while.
  ///
  /// @return how long an empty task had to wait for it afterwards, in milliseconds
  String pulse(long millis) throws Exception {
    var over =
        new CompletableFuture<Boolean>().completeOnTimeout(true, millis, TimeUnit.MILLISECONDS);
    over.get();
    long start = System.nanoTime();
    onFx(() -> true);
    return String.valueOf(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }
}
