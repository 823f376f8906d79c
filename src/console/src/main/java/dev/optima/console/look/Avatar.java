package dev.optima.console.look;

import dev.optima.console.i18n.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;

/// A face: the initials on a colour that belongs to the name.
public final class Avatar extends StackPane {
  private static final int COLOURS = 5;

  private final Label letters = new Label();
  private final Circle presence = new Circle(5);

  /// @param size in pixels
  public Avatar(double size) {
    getStyleClass().add("avatar");
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    letters.getStyleClass().add("avatar-letters");
    letters.setStyle("-fx-font-size: " + Math.round(size * 0.375) + "px");
    presence.getStyleClass().add("presence-dot");
    presence.setManaged(false);
    presence.setVisible(false);
    presence.setCenterX(size - 4);
    presence.setCenterY(size - 4);
    getChildren().addAll(letters, presence);
  }

  public Avatar(Words words, String name, double size) {
    this(size);
    show(words, name);
  }

  public void show(Words words, String name) {
    letters.setText(words.initials(name));
    getStyleClass().removeIf(style -> style.startsWith("avatar-c"));
    getStyleClass().add("avatar-c" + colour(name));
  }

  /// Which of the colours a name has. The applicant's page knows the same sum (`shared/person.js`),
  /// so that a person has one colour everywhere.
  static int colour(String name) {
    return Math.floorMod(name.hashCode(), COLOURS);
  }

  /// Shows the dot of who is online.
  public void showOnline(boolean online) {
    presence.setVisible(online);
  }
}
