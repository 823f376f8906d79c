package dev.optima.console.settings;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.ProviderWords;
import dev.optima.console.settings.ProvidersViewModel.Test;
import dev.optima.protocol.rest.ProviderTest;
import dev.optima.protocol.rest.Providers;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What carries the calls: the providers that are set, and for administrators whether they work.
final class ProvidersView extends VBox implements AutoCloseable {
  private final Words words;
  private final ProvidersViewModel model;
  private final VBox list = new VBox(14);
  private final Subscriptions subscriptions = new Subscriptions();

  ProvidersView(Words words, ProvidersViewModel model) {
    super(8);
    this.words = words;
    this.model = model;
    setId(Ids.PROVIDERS);
    getStyleClass().add("card");
    Label problem = Nodes.wrapped("", "problem", "small");
    problem.setId(Ids.PROVIDERS_PROBLEM);
    subscriptions.follow(
        model.problem(),
        wrong -> {
          Nodes.present(problem, wrong != null);
          problem.setText(wrong == null ? "" : words.get(wrong));
        });
    getChildren()
        .addAll(
            Nodes.label(words.get("provider.title"), "heading"),
            Nodes.wrapped(words.get("provider.where"), "small", "muted"),
            list,
            problem,
            Nodes.wrapped(words.get("provider.public"), "small", "muted"));
    subscriptions.update(this::show, model.providers(), model.tests());
  }

  private void show() {
    Providers now = model.providers().get();
    Nodes.refill(
        list,
        now == null
            ? List.of()
            : now.providers().stream().map(each -> provider(each, now.standard())).toList());
  }

  private Node provider(Providers.Provider provider, String standard) {
    Test test = model.tests().get(provider.name());
    Label name = Nodes.label(words.get(ProviderWords.name(provider.name())), "name");
    name.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(10, name);
    line.setAlignment(Pos.CENTER_LEFT);
    if (provider.name().equals(standard)) {
      line.getChildren().add(Nodes.chip(words.get("provider.standard"), "accent"));
    }
    if (provider.domain() != null) {
      Label domain = Nodes.label(provider.domain(), "muted");
      domain.setMinWidth(0);
      line.getChildren().add(domain);
    }
    if (model.mayTest()) {
      line.getChildren().addAll(Nodes.spring(), button(provider.name(), test));
    }
    VBox box = new VBox(6, line);
    box.getChildren().addAll(found(test));
    return box;
  }

  private Button button(String name, @Nullable Test test) {
    boolean running = test instanceof Test.Running;
    Button button =
        Nodes.button(
            Ids.PROVIDER_TEST + name,
            words.get(running ? "provider.testing" : "provider.test"),
            () -> model.test(name));
    button.setDisable(running);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private List<Node> found(@Nullable Test test) {
    return switch (test) {
      case null -> List.of();
      case Test.Running _ -> List.of();
      case Test.Failed failed ->
          List.of(Nodes.wrapped(words.get(failed.why()), "problem", "small"));
      case Test.Done done -> done.found().checks().stream().map(this::check).toList();
    };
  }

  private Node check(ProviderTest.Check check) {
    Label text = Nodes.wrapped(words.get(ProviderWords.found(check)), "small");
    text.setId(Ids.PROVIDER_CHECK + check.code());
    text.getStyleClass().add(check.ok() ? "good" : "problem");
    HBox.setHgrow(text, Priority.ALWAYS);
    Node sign = Nodes.icon(check.ok() ? Feather.CHECK : Feather.ALERT_TRIANGLE);
    sign.getStyleClass().add(check.ok() ? "sign-good" : "sign-bad");
    HBox line = new HBox(8, sign, text);
    line.setAlignment(Pos.TOP_LEFT);
    return line;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
