package dev.optima.console.schedule;

import dev.optima.console.client.ApiClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.ProviderWords;
import dev.optima.protocol.rest.Providers;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is to carry an interview's call: the organisation's standard, or another one that is set.
/// Where there is no choice, none is offered.
final class ProviderChoice {
  /// The organisation's own, whatever it is by then.
  static final String STANDARD = "";

  private final ObjectProperty<@Nullable String> chosen;
  private final ObservableList<String> offered = FXCollections.observableArrayList();
  private @Nullable Providers known;

  /// @param chosen the provider of the form; null for the standard
  ProviderChoice(ApiClient api, Tasks tasks, ObjectProperty<@Nullable String> chosen) {
    this.chosen = chosen;
    // Not knowing them means no choice; nothing is lost of what was chosen before.
    tasks.run(() -> api.providers().list(), this::know, _ -> {});
  }

  private void know(Providers now) {
    known = now;
    if (now.providers().size() < 2) {
      return;
    }
    offered.add(STANDARD);
    now.providers().forEach(each -> offered.add(each.name()));
    String before = chosen.get();
    if (before != null && !offered.contains(before)) {
      offered.add(before);
    }
  }

  /// [#STANDARD] and the names of the others; empty where there is nothing to choose.
  ObservableList<String> offered() {
    return offered;
  }

  String value() {
    String now = chosen.get();
    return now == null ? STANDARD : now;
  }

  void choose(@Nullable String provider) {
    chosen.set(provider == null || provider.equals(STANDARD) ? null : provider);
  }

  /// What stands in the list.
  String word(Words words, String provider) {
    if (!provider.equals(STANDARD)) {
      return words.get(ProviderWords.name(provider));
    }
    Providers now = known;
    return words.get(
        now == null
            ? Message.of("provider.standard")
            : Message.of("plan.video.standard", words.get(ProviderWords.name(now.standard()))));
  }
}
