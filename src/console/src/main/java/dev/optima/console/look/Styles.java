package dev.optima.console.look;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Scene;

/// The look: AtlantaFX Primer Light beneath, the product's own sheet above.
public final class Styles {
  private Styles() {}

  /// Gives a scene the product's own sheet.
  public static void apply(Scene scene) {
    URL sheet = Objects.requireNonNull(Styles.class.getResource("console.css"));
    scene.getStylesheets().add(sheet.toExternalForm());
  }
}
