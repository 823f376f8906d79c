package dev.optima.console.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Window;

/// The look: AtlantaFX Primer beneath, the product's own sheet above, and for the dark look another
/// set of colours over that.
public final class Styles {
  private static final String DARK = new PrimerDark().getUserAgentStylesheet();

  private Styles() {}

  /// Makes everything light or dark, also what is shown already.
  public static void look(boolean dark) {
    Application.setUserAgentStylesheet(dark ? DARK : new PrimerLight().getUserAgentStylesheet());
    for (Window window : Window.getWindows()) {
      if (window.getScene() != null && !window.getScene().getStylesheets().isEmpty()) {
        apply(window.getScene());
      }
    }
  }

  /// Gives a scene the product's own sheets.
  public static void apply(Scene scene) {
    boolean dark = DARK.equals(Application.getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            dark
                ? List.of(sheet("console.css"), sheet("console-dark.css"))
                : List.of(sheet("console.css")));
  }

  private static String sheet(String name) {
    URL sheet = Objects.requireNonNull(Styles.class.getResource(name));
    return sheet.toExternalForm();
  }
}
