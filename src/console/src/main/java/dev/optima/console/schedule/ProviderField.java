package dev.optima.console.schedule;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The list of what may carry the interview's call.
final class ProviderField extends ChoiceBox<String> implements AutoCloseable {
  private final Subscriptions subscriptions = new Subscriptions();

  ProviderField(Words words, ProviderChoice choice) {
    setId(Ids.PLAN_VIDEO);
    setMaxWidth(Double.MAX_VALUE);
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String provider) {
            return provider == null ? "" : choice.word(words, provider);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    subscriptions.list(
        choice.offered(),
        () -> {
          getItems().setAll(choice.offered());
          setValue(choice.offered().isEmpty() ? null : choice.value());
        });
    setOnAction(
        _ -> {
          if (getValue() != null) {
            choice.choose(getValue());
          }
        });
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
