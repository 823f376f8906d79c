package dev.optima.console;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// With `-Doptima.startup.report=true`, logs how long it took from the JVM's start to the first
/// frame; with `-Doptima.startup.end=SECONDS`, also closes the console so long after it (for the
/// training of the cache, and to see that an installed one starts); with
/// `-Doptima.startup.engine=true`, then starts Chromium too, which logs its version.
final class StartupReport {
  private static final String ASKED = "optima.startup.report";
  private static final String END = "optima.startup.end";
  private static final String ENGINE = "optima.startup.engine";

  private StartupReport() {}

  /// @param warm starts the engine in the background
  static void onFirstFrame(Stage stage, Runnable warm) {
    if (Boolean.getBoolean(ENGINE)) {
      stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> warm.run());
    }
    Integer seconds = Integer.getInteger(END);
    if (!Boolean.getBoolean(ASKED) && seconds == null) {
      return;
    }
    stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> new SecondPulse().start());
    if (seconds != null) {
      PauseTransition rest = new PauseTransition(javafx.util.Duration.seconds(seconds));
      rest.setOnFinished(_ -> Platform.exit());
      stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> rest.play());
    }
  }

  /// The first pulse after showing lays out and paints; at the second, the first frame is there.
  private static final class SecondPulse extends AnimationTimer {
    private int pulses;

    @Override
    public void handle(long now) {
      if (++pulses < 2) {
        return;
      }
      stop();
      Instant shown = Instant.now();
      ProcessHandle.Info process = ProcessHandle.current().info();
      Duration wall = Duration.between(process.startInstant().orElse(shown), shown);
      long cpu = process.totalCpuDuration().orElse(Duration.ZERO).toMillis();
      Logger log = LoggerFactory.getLogger(StartupReport.class);
      log.info("first frame {} ms after start, {} ms of CPU", wall.toMillis(), cpu);
    }
  }
}
