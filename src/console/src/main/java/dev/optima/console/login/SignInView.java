package dev.optima.console.login;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Both steps of signing in, one at a time: where the server is, and who one is.
public final class SignInView extends StackPane implements AutoCloseable {
  private final Words words;
  private final LoginViewModel model;
  private final Consumer<Language> onLanguage;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ServerView server;
  private @Nullable LoginView login;

  /// @param onLanguage another language was chosen; the view is built anew then
  public SignInView(Words words, LoginViewModel model, Consumer<Language> onLanguage) {
    this.words = words;
    this.model = model;
    this.onLanguage = onLanguage;
    show(model.asksServer().get());
    subscriptions.onChange(
        model.asksServer(),
        asks -> {
          show(asks);
          focusFirst();
        });
  }

  private void show(boolean asksServer) {
    leave();
    if (asksServer) {
      ServerView step = new ServerView(words, model.serverStep(), onLanguage);
      server = step;
      getChildren().setAll(step);
    } else {
      LoginView step = new LoginView(words, model, onLanguage);
      login = step;
      getChildren().setAll(step);
    }
  }

  /// Puts the cursor where something is missing.
  public void focusFirst() {
    if (server != null) {
      server.focusFirst();
    } else if (login != null) {
      login.focusFirst();
    }
  }

  private void leave() {
    if (server != null) {
      server.close();
      server = null;
    }
    if (login != null) {
      login.close();
      login = null;
    }
  }

  @Override
  public void close() {
    subscriptions.close();
    leave();
  }
}
