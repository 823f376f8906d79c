package dev.optima.console.login;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Brand;
import dev.optima.console.look.Nodes;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What both steps of signing in look like: the product, what the step is and the language, and
/// below them the parts of the step.
final class LoginCard extends VBox {
  private static final double WIDTH = 440;
  private static final double GAP = 14;

  /// @param title the key of what the step is
  LoginCard(Words words, String title, Consumer<Language> onLanguage, Node... parts) {
    super(GAP);
    VBox names =
        new VBox(
            Nodes.label(words.get("app.name"), "login-brand"),
            Nodes.label(words.get(title), "muted"));
    getChildren().add(new Brand(names, Nodes.spring(), new LanguageChoice(words, onLanguage)));
    getChildren().addAll(parts);
    getStyleClass().addAll("card", "login-card");
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    setPrefWidth(WIDTH);
  }

  /// The way on, which cannot be taken twice.
  ///
  /// @param text what stands on it while it is busy, and while it is not
  static Button wayOn(
      Button button,
      ReadOnlyBooleanProperty busy,
      Function<Boolean, String> text,
      Subscriptions subscriptions) {
    button.setDefaultButton(true);
    button.setMaxWidth(Double.MAX_VALUE);
    subscriptions.follow(
        busy,
        is -> {
          button.setDisable(is);
          button.setText(text.apply(is));
        });
    return button;
  }
}
