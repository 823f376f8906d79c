package dev.optima.acceptance.driver;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// The smallest JavaFX program: what any window costs. Says so when its first frame is there, in
/// the words of the console's own report.
public final class BareWindow extends Application {
  /// The id of its only button.
  public static final String BUTTON = "bare";

  /// The property with which it ends by itself after its first frame, for the training of a cache.
  public static final String ENDS = "bare.ends";

  public static void main(String[] arguments) {
    launch(arguments);
  }

  @Override
  public void start(Stage stage) {
    Button button = new Button("Bare");
    button.setId(BUTTON);
    stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> new SecondPulse().start());
    stage.setScene(new Scene(new StackPane(button), 1280, 800));
    stage.show();
  }

  /// As the console counts: the first pulse lays out and paints, at the second the frame is there.
  private static final class SecondPulse extends AnimationTimer {
    private int pulses;

    @Override
    public void handle(long now) {
      if (++pulses < 2) {
        return;
      }
      stop();
      Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
      System.out.println("first frame, " + cpu.toMillis() + " ms of CPU");
      if (Boolean.getBoolean(ENDS)) {
        Platform.exit();
      }
    }
  }
}
