package dev.optima.console.login;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.ServerAddress;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.settings.ConsoleSettings;
import dev.optima.console.settings.SettingsStore;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.SignedIn;
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
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is typed to sign in, and what the backend says to it.
public final class LoginViewModel {
  private static final String FIRST_SERVER = "http://127.0.0.1:8080";
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

  public LoginViewModel(
      Supplier<HttpExchange> http,
      Tasks tasks,
      SettingsStore settings,
      InstantSource clock,
      Consumer<SignIn> onSignedIn) {
    this.http = http;
    this.tasks = tasks;
    this.settings = settings;
    this.clock = clock;
    this.onSignedIn = onSignedIn;
    ConsoleSettings known = settings.get();
    server.set(known.server() == null ? FIRST_SERVER : known.server());
    email.set(known.email() == null ? "" : known.email());
    remember.set(known.email() == null || known.email().isEmpty() || known.token() != null);
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
        this::failed);
  }

  /// The form stays busy: it goes when the desk comes, or says why there is none.
  private void succeeded(SignIn signIn) {
    password.set("");
    onSignedIn.accept(signIn);
  }

  private void failed(Exception failure) {
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

  public StringProperty server() {
    return server;
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
