package dev.optima.console.schedule;

import dev.optima.console.i18n.Formats;
import dev.optima.console.look.Nodes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.DoubleExpression;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// The hours at the edge of a day, as a clock somewhere shows them.
final class HourScale extends Pane {
  private static final int HOURS = 24;
  private static final double WIDTH = 54;
  private static final double GAP = 8;

  private final Formats formats;
  private final List<Label> labels = new ArrayList<>();
  private final double hourHeight;

  /// @param scrolled how far the day is scrolled up, as a negative number
  HourScale(Formats formats, double hourHeight, DoubleExpression scrolled) {
    this.formats = formats;
    this.hourHeight = hourHeight;
    getStyleClass().add("hour-scale");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    setMinHeight(0);
    setPrefHeight(0);
    for (int hour = 0; hour < HOURS; hour++) {
      Label label = Nodes.label("", "small", "faint");
      label.setManaged(false);
      label.setAlignment(Pos.TOP_RIGHT);
      label.translateYProperty().bind(scrolled);
      labels.add(label);
    }
    getChildren().setAll(labels);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  /// Shows the hours of a day here as the clock there has them.
  void show(LocalDate day, ZoneId there) {
    for (int hour = 0; hour < HOURS; hour++) {
      Instant at = day.atTime(hour, 0).atZone(formats.zone()).toInstant();
      labels.get(hour).setText(formats.timeAt(at, there));
    }
  }

  @Override
  protected void layoutChildren() {
    for (int hour = 0; hour < HOURS; hour++) {
      labels
          .get(hour)
          .resizeRelocate(0, Math.rint(hour * hourHeight) + 2, getWidth() - GAP, hourHeight / 2);
    }
  }
}
