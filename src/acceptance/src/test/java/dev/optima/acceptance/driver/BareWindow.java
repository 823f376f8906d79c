package dev.optima.acceptance.driver;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The smallest JavaFX program: what any window costs.
public final class BareWindow extends Application {
  /// The id of its only button.
  public static final String BUTTON = "bare";

  public static void main(String[] arguments) {
    launch(arguments);
  }

  @Override
  public void start(Stage stage) {
    Button button = new Button("Bare");
    button.setId(BUTTON);
    stage.setScene(new Scene(new StackPane(button), 1280, 800));
    stage.show();
  }
}
