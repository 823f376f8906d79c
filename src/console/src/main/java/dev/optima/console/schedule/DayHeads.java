package dev.optima.console.schedule;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The names of some days above them; one leads to its day.
final class DayHeads extends HBox {
  private final DateTimeFormatter format;
  private final List<Button> heads = new ArrayList<>();
  private final List<LocalDate> days = new ArrayList<>();

  DayHeads(Words words, String pattern, int many, Consumer<LocalDate> go) {
    format = DateTimeFormatter.ofPattern(pattern, words.texts().locale());
    getStyleClass().add("day-heads");
    for (int i = 0; i < many; i++) {
      int at = i;
      Button head = Nodes.button("", "", () -> go.accept(days.get(at)), "day-head");
      head.setFocusTraversable(false);
      head.setMinWidth(0);
      head.setPrefWidth(1);
      head.setMaxWidth(Double.MAX_VALUE);
      head.setAlignment(Pos.CENTER);
      HBox.setHgrow(head, Priority.ALWAYS);
      heads.add(head);
    }
    getChildren().setAll(heads);
  }

  void show(LocalDate first, LocalDate today) {
    days.clear();
    for (int i = 0; i < heads.size(); i++) {
      LocalDate day = first.plusDays(i);
      days.add(day);
      Button head = heads.get(i);
      head.setText(format.format(day));
      head.getStyleClass().remove("day-today");
      if (day.equals(today)) {
        head.getStyleClass().add("day-today");
      }
    }
  }
}
