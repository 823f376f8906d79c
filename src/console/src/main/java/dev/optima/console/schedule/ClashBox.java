package dev.optima.console.schedule;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.MeetingCheck;
import java.time.Instant;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Says who has no time then, offers the next time at which everybody is free, and takes a reason
/// for those who plan it all the same. Is not there while nobody clashes.
final class ClashBox extends VBox {
  private final Words words;
  private final Label text = Nodes.wrapped("");
  private final Button free;
  private final TextField reason = new TextField();

  ClashBox(Words words, Runnable takeNextFree) {
    super(6);
    this.words = words;
    getStyleClass().add("clash-box");
    text.setId(Ids.CLASH);
    free = Nodes.button(Ids.CLASH_FREE, "", takeNextFree, "link-button");
    reason.setId(Ids.CLASH_REASON);
    reason.setPromptText(words.get("schedule.reason"));
    reason.setAccessibleText(words.get("schedule.reason"));
    VBox said = new VBox(2, text, free);
    HBox.setHgrow(said, Priority.ALWAYS);
    getChildren().setAll(new HBox(10, Nodes.icon(Feather.ALERT_TRIANGLE), said), reason);
    show(null, Instant.EPOCH, _ -> false);
  }

  /// @param near the time that was chosen
  /// @param night whether a start is at night for the applicant
  void show(@Nullable MeetingCheck check, Instant near, Predicate<Instant> night) {
    boolean clashes = check != null && !check.conflicts().isEmpty();
    Nodes.present(this, clashes);
    if (check == null || !clashes) {
      return;
    }
    text.setText(Clashes.words(words, check));
    Instant next = check.nextFree();
    Nodes.present(free, next != null);
    if (next != null) {
      free.setText(
          words.get(
              night.test(next) ? "schedule.nextFree.night" : "schedule.nextFree",
              Clashes.nextFree(words, next, near)));
    }
  }

  TextField reason() {
    return reason;
  }
}
