package dev.optima.console.booking;

import dev.optima.console.look.Nodes;
import java.time.LocalTime;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The fields of the form.
final class Fields {
  private Fields() {}

  /// A field with its name above.
  static VBox named(String name, Node field) {
    Label label = Nodes.label(name, "small", "muted");
    label.setLabelFor(field);
    return new VBox(4, label, field);
  }

  /// A choice among numbers.
  static ComboBox<Integer> choice(
      IntegerProperty value, IntFunction<String> shown, Integer... numbers) {
    ComboBox<Integer> box = new ComboBox<>();
    box.getItems().setAll(numbers);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer number) {
            return number == null ? "" : shown.apply(number);
          }

          @Override
          public @Nullable Integer fromString(String text) {
            return null;
          }
        });
    box.setValue(value.get());
    box.setOnAction(_ -> value.set(box.getValue()));
    return box;
  }

  /// A choice among half hours.
  static ComboBox<LocalTime> time(ObjectProperty<LocalTime> value) {
    ComboBox<LocalTime> box = new ComboBox<>();
    IntStream.range(0, 48)
        .mapToObj(half -> LocalTime.of(half / 2, half % 2 * 30))
        .forEach(box.getItems()::add);
    box.setVisibleRowCount(10);
    box.setValue(value.get());
    box.setOnAction(_ -> value.set(box.getValue()));
    return box;
  }
}
