package dev.optima.console.settings;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.ProvidersClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.ProviderTest;
import dev.optima.protocol.rest.Providers;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// What carries the calls here: which providers are set, and whether they work. They are set in the
/// backend's configuration, where their secrets stay.
public final class ProvidersViewModel {
  private final ProvidersClient client;
  private final Tasks tasks;
  private final boolean mayTest;
  private final ReadOnlyObjectWrapper<@Nullable Providers> providers =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ObservableMap<String, Test> tests = FXCollections.observableHashMap();

  /// How far the look at a provider is.
  public sealed interface Test {
    /// The backend looks.
    record Running() implements Test {}

    /// It looked.
    record Done(ProviderTest found) implements Test {}

    /// It could not be asked.
    record Failed(Message why) implements Test {}
  }

  /// @param mayTest whether this person is an administrator
  public ProvidersViewModel(ApiClient api, Tasks tasks, boolean mayTest) {
    this.client = api.providers();
    this.tasks = tasks;
    this.mayTest = mayTest;
  }

  /// Asks anew.
  public void load() {
    problem.set(null);
    tasks.run(client::list, providers::set, failure -> problem.set(explain(failure)));
  }

  /// A backend of an older version does not know the question.
  private static Message explain(Exception failure) {
    return failure instanceof ApiException refused && refused.is(ErrorCode.NOT_FOUND)
        ? Message.of("provider.tooOld")
        : ApiFailures.explain(failure);
  }

  /// Has the backend look at a provider.
  public void test(String name) {
    if (tests.get(name) instanceof Test.Running) {
      return;
    }
    tests.put(name, new Test.Running());
    tasks.run(
        () -> client.test(name),
        found -> tests.put(name, new Test.Done(found)),
        failure -> tests.put(name, new Test.Failed(explain(failure))));
  }

  public boolean mayTest() {
    return mayTest;
  }

  /// Those that are set; null until it is known.
  public ReadOnlyObjectProperty<@Nullable Providers> providers() {
    return providers.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /// The last look at each, by name.
  public ObservableMap<String, Test> tests() {
    return tests;
  }
}
