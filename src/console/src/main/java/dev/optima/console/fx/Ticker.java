package dev.optima.console.fx;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// Tells the time on the FX thread, four times a second, so that view models need no clock.
public final class Ticker implements AutoCloseable {
  private static final Duration PERIOD = Duration.millis(250);

  private final Timeline timeline;

  public Ticker(InstantSource clock, Consumer<Instant> onTick) {
    timeline = new Timeline(new KeyFrame(PERIOD, _ -> onTick.accept(clock.instant())));
    timeline.setCycleCount(Timeline.INDEFINITE);
  }

  public void start() {
    timeline.play();
  }

  @Override
  public void close() {
    timeline.stop();
  }
}
