package dev.optima.console.login;

import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.ServerAddress;
import dev.optima.console.client.ServerCheck;
import dev.optima.console.client.ServerFinding;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.link.ConsoleLink;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The address of the server, and what is found there.
public final class ServerViewModel {
  private static final Trouble NO_ADDRESS =
      new Trouble(Message.of("login.badServer"), Message.of("trouble.address.step"));

  private final Supplier<HttpExchange> http;
  private final Tasks tasks;
  private final InstantSource clock;
  private final String console;
  private final Consumer<Place> onFound;
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> linked = new ReadOnlyObjectWrapper<>();
  private int question;

  /// A backend that was found.
  ///
  /// @param organisation whose it is; null if that is not known
  record Place(ServerAddress address, @Nullable String organisation) {}

  /// @param console the version of this console
  ServerViewModel(
      Supplier<HttpExchange> http,
      Tasks tasks,
      InstantSource clock,
      String console,
      Consumer<Place> onFound) {
    this.http = http;
    this.tasks = tasks;
    this.clock = clock;
    this.console = console;
    this.onFound = onFound;
    address.addListener((_, _, _) -> changed());
  }

  /// What was found is of another address.
  private void changed() {
    question++;
    busy.set(false);
    trouble.set(null);
    linked.set(null);
  }

  /// A link has this address: it is filled in, and nothing else is done.
  void suggest(URI there) {
    address.set(there.toString());
    changed();
    linked.set(ServerAddress.of(there).place());
  }

  /// Looks what is there. A link that was pasted does what an opened one does: it fills in the
  /// address, and whoever has read it goes on.
  public void check() {
    if (busy.get()) {
      return;
    }
    String text = address.get().strip();
    if (ConsoleLink.parse(text).orElse(null) instanceof ConsoleLink.Server(URI there)) {
      suggest(there);
      return;
    }
    Optional<ServerAddress> typed = ServerAddress.parse(text);
    if (typed.isEmpty()) {
      trouble.set(NO_ADDRESS);
    } else if (!typed.get().isSecure() && !typed.get().isThisMachine()) {
      trouble.set(Trouble.unprotected(typed.get()));
    } else {
      ask(typed.get());
    }
  }

  private void ask(ServerAddress at) {
    question++;
    int asked = question;
    busy.set(true);
    trouble.set(null);
    look(
        at,
        finding -> {
          if (asked == question) {
            busy.set(false);
            take(at, finding);
          }
        });
  }

  /// Looks what is at an address.
  void look(ServerAddress at, Consumer<ServerFinding> told) {
    tasks.run(
        () -> new ServerCheck(http.get(), console).check(at, clock.instant()),
        told,
        _ -> told.accept(new ServerFinding.NoWay()));
  }

  private void take(ServerAddress at, ServerFinding finding) {
    if (finding instanceof ServerFinding.Optima(String organisation, String _)) {
      onFound.accept(new Place(at, organisation));
    } else {
      trouble.set(explain(at, finding));
    }
  }

  Trouble explain(ServerAddress at, ServerFinding finding) {
    return Trouble.of(finding, at, console, clock.instant());
  }

  public StringProperty address() {
    return address;
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Trouble> trouble() {
    return trouble.getReadOnlyProperty();
  }

  /// The place that a link filled in; null if it was typed.
  public ReadOnlyObjectProperty<@Nullable String> linked() {
    return linked.getReadOnlyProperty();
  }
}
