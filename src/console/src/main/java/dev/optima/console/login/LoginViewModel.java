package dev.optima.console.login;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.ServerAddress;
import dev.optima.console.client.ServerFinding;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.settings.ConsoleSettings;
import dev.optima.console.settings.SettingsStore;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.SignedIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is typed to sign in, and what the backend says to it.
public final class LoginViewModel {
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(60);

  private final Supplier<HttpExchange> http;
  private final Tasks tasks;
  private final SettingsStore settings;
  private final InstantSource clock;
  private final Consumer<SignIn> onSignedIn;

  private final StringProperty server = new SimpleStringProperty();
  private final StringProperty email = new SimpleStringProperty();
  private final StringProperty password = new SimpleStringProperty("");
  private final BooleanProperty remember = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ServerViewModel serverStep;
  private final ReadOnlyBooleanWrapper asksServer = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper linkWaits = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private @Nullable Instant waitUntil;

  /// Who has signed in where.
  ///
  /// @param api as this person
  public record SignIn(ServerAddress server, String token, ApiClient api) {
    /// Never prints the token.
    @Override
    public String toString() {
      return "SignIn[" + server + "]";
    }
  }

  /// @param console the version of this console
  public LoginViewModel(
      Supplier<HttpExchange> http,
      Tasks tasks,
      SettingsStore settings,
      InstantSource clock,
      String console,
      Consumer<SignIn> onSignedIn) {
    this.http = http;
    this.tasks = tasks;
    this.settings = settings;
    this.clock = clock;
    this.onSignedIn = onSignedIn;
    ConsoleSettings known = settings.get();
    serverStep = new ServerViewModel(http, tasks, clock, console, this::found);
    server.addListener((_, _, text) -> place.set(shown(text, null)));
    server.set(known.server() == null ? "" : known.server());
    asksServer.set(known.server() == null);
    email.set(known.email() == null ? "" : known.email());
    remember.set(known.email() == null || known.email().isEmpty() || known.token() != null);
  }

  private void found(ServerViewModel.Place found) {
    server.set(found.address().toString());
    place.set(shown(found.address().toString(), found.organisation()));
    asksServer.set(false);
  }

  private static String shown(String address, @Nullable String organisation) {
    String host = address.replaceFirst("^https://", "");
    return organisation == null ? host : organisation + " · " + host;
  }

  /// Begins at a server that is not remembered.
  public void startAt(String address) {
    server.set(address);
    asksServer.set(false);
  }

  /// Whether one is to sign in at this server.
  public boolean isAt(ServerAddress there) {
    return !asksServer.get()
        && ServerAddress.parse(server.get()).filter(there::isSamePlaceAs).isPresent();
  }

  /// Goes back to where the server is asked for.
  public void changeServer() {
    serverStep.address().set(server.get());
    clear();
    asksServer.set(true);
  }

  /// A link leads to a server: its address is filled in where it is asked for. What was typed for
  /// another server is not for this one.
  public void suggest(URI there) {
    clear();
    serverStep.suggest(there);
    asksServer.set(true);
  }

  private void clear() {
    password.set("");
    problem.set(null);
    trouble.set(null);
  }

  /// Tries to sign in with what is typed.
  public void signIn() {
    if (busy.get() || isWaiting()) {
      return;
    }
    Optional<ServerAddress> address = ServerAddress.parse(server.get());
    if (address.isEmpty()) {
      problem.set(Message.of("login.badServer"));
      return;
    }
    if (email.get().isBlank() || password.get().isEmpty()) {
      problem.set(Message.of("login.incomplete"));
      return;
    }
    busy.set(true);
    problem.set(null);
    trouble.set(null);
    String as = email.get().strip();
    String secret = password.get();
    tasks.run(
        () -> {
          ApiClient nobody = ApiClient.anonymous(http.get(), address.get());
          SignedIn signedIn = nobody.signIn(as, secret);
          String kept = remember.get() ? signedIn.token() : null;
          settings.change(known -> known.withSignIn(address.get().toString(), as, kept));
          settings.save();
          return new SignIn(address.get(), signedIn.token(), nobody.as(signedIn.token()));
        },
        this::succeeded,
        failure -> failed(address.get(), failure));
  }

  /// The form stays busy: it goes when the desk comes, or says why there is none.
  private void succeeded(SignIn signIn) {
    password.set("");
    onSignedIn.accept(signIn);
  }

  private void failed(ServerAddress at, Exception failure) {
    if (isOfTheWay(failure)) {
      lookWhy(at, failure);
      return;
    }
    if (failure instanceof ApiException api && api.is(ErrorCode.RATE_LIMITED)) {
      Duration wait =
          api.problem()
              .map(p -> p.retryAfter() == null ? DEFAULT_WAIT : Duration.ofSeconds(p.retryAfter()))
              .orElse(DEFAULT_WAIT);
      waitUntil = clock.instant().plus(wait);
      tick(clock.instant());
    } else {
      problem.set(ApiFailures.explain(failure));
    }
    busy.set(false);
  }

  /// Whether it never came to an answer of an Optima.
  private static boolean isOfTheWay(Exception failure) {
    return failure instanceof ApiException api && api.kind() != ApiException.Kind.REFUSED;
  }

  /// A session did not get in: the form says why, as soon as that is known.
  public void refused(Exception failure) {
    Optional<ServerAddress> at = ServerAddress.parse(server.get());
    if (isOfTheWay(failure) && at.isPresent()) {
      busy.set(true);
      lookWhy(at.get(), failure);
    } else {
      again(ApiFailures.explain(failure));
    }
  }

  /// The connection did not come about: what is there tells more than the failure.
  private void lookWhy(ServerAddress at, Exception failure) {
    serverStep.look(
        at,
        finding -> {
          if (finding instanceof ServerFinding.Optima) {
            problem.set(ApiFailures.explain(failure));
          } else {
            trouble.set(serverStep.explain(at, finding));
          }
          busy.set(false);
        });
  }

  /// Counts the wait down that the backend asked for.
  public void tick(Instant now) {
    if (waitUntil == null) {
      return;
    }
    if (now.isBefore(waitUntil)) {
      long seconds = Duration.between(now, waitUntil).plusMillis(999).toSeconds();
      problem.set(Message.of("login.wait", seconds));
    } else {
      waitUntil = null;
      problem.set(null);
    }
  }

  private boolean isWaiting() {
    return waitUntil != null && clock.instant().isBefore(waitUntil);
  }

  /// The form is here again: it may be filled in anew.
  ///
  /// @param why why it is here, or null
  public void again(@Nullable Message why) {
    if (why != null) {
      problem.set(why);
    }
    busy.set(false);
  }

  /// Whether the server is asked for first.
  public ReadOnlyBooleanProperty asksServer() {
    return asksServer.getReadOnlyProperty();
  }

  /// The step in which it is.
  public ServerViewModel serverStep() {
    return serverStep;
  }

  /// The server's address.
  public StringProperty server() {
    return server;
  }

  /// Where one signs in, as it is shown.
  public ReadOnlyStringProperty place() {
    return place.getReadOnlyProperty();
  }

  /// What is wrong with the server; null if nothing is known to be.
  public ReadOnlyObjectProperty<@Nullable Trouble> trouble() {
    return trouble.getReadOnlyProperty();
  }

  /// Whether a link was opened that can be shown only once somebody has signed in.
  public ReadOnlyBooleanProperty linkWaits() {
    return linkWaits.getReadOnlyProperty();
  }

  public void linkWaits(boolean waits) {
    linkWaits.set(waits);
  }

  public StringProperty email() {
    return email;
  }

  public StringProperty password() {
    return password;
  }

  /// Whether to stay signed in.
  public BooleanProperty remember() {
    return remember;
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
