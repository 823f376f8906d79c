package dev.optima.console.applicant;

import dev.optima.console.look.Nodes;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The thread and the profile: side by side where there is room, else the profile as a drawer over
/// the thread, opened on demand.
final class RoomPane extends StackPane {
  private static final double PROFILE = 300;

  private final Region profile;
  private final HBox row;
  private final Region scrim = new Region();
  private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
  private final BooleanProperty drawer = new SimpleBooleanProperty();

  RoomPane(Node thread, Region profile) {
    this.profile = profile;
    profile.setMinWidth(PROFILE);
    profile.setPrefWidth(PROFILE);
    profile.setMaxWidth(PROFILE);
    HBox.setHgrow(thread, Priority.ALWAYS);
    row = new HBox(thread, profile);
    scrim.getStyleClass().add("profile-scrim");
    scrim.setOnMouseClicked(_ -> drawer.set(false));
    StackPane.setAlignment(profile, Pos.CENTER_RIGHT);
    getChildren().add(row);
    drawer.addListener((_, _, _) -> arrange());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /// Whether there is no room for the profile beside the thread.
  void setNarrow(boolean now) {
    if (now != narrow.get()) {
      narrow.set(now);
      drawer.set(false);
      arrange();
    }
  }

  ReadOnlyBooleanProperty narrow() {
    return narrow.getReadOnlyProperty();
  }

  /// Whether the profile is open over the thread; only where it is narrow.
  BooleanProperty drawer() {
    return drawer;
  }

  private void arrange() {
    boolean over = narrow.get();
    row.getChildren().remove(profile);
    getChildren().removeAll(scrim, profile);
    profile.getStyleClass().remove("profile-drawer");
    if (over) {
      profile.getStyleClass().add("profile-drawer");
      getChildren().addAll(scrim, profile);
    } else {
      row.getChildren().add(profile);
    }
    Nodes.present(scrim, over && drawer.get());
    Nodes.present(profile, !over || drawer.get());
    if (over && drawer.get()) {
      profile.requestFocus();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && drawer.get()) {
      drawer.set(false);
      event.consume();
    }
  }
}
