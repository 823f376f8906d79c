package dev.optima.console;

import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.login.LoginViewModel.SignIn;
import dev.optima.protocol.rest.Me;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A session on its way in: the backend says whose it is. A remembered one waits for a backend that
/// cannot be reached; whoever has just typed a password is told at once.
final class Entrance {
  private static final Duration AGAIN = Duration.ofSeconds(4);

  private final Tasks tasks;
  private final InstantSource clock;
  private final Ways ways;
  private @Nullable SignIn waiting;
  private @Nullable Instant retryAt;
  private int question;

  /// What becomes of it.
  interface Ways {
    /// @param byForm whether somebody has just typed who they are
    void entered(SignIn signIn, Me me, boolean byForm);

    /// It is tried again in a while.
    void delayed(Message why);

    void refused(Exception failure);
  }

  Entrance(Tasks tasks, InstantSource clock, Ways ways) {
    this.tasks = tasks;
    this.clock = clock;
    this.ways = ways;
  }

  /// Comes in with a session that was given or remembered.
  ///
  /// @param session made off the FX thread
  void remembered(Callable<SignIn> session) {
    question++;
    int asked = question;
    tasks.run(
        session,
        signIn -> {
          if (asked == question) {
            ask(signIn, false);
          }
        },
        ways::refused);
  }

  /// Comes in with a session that somebody has just signed in to.
  void byForm(SignIn signIn) {
    ask(signIn, true);
  }

  /// Nobody waits for the remembered session any more.
  void forget() {
    question++;
    waiting = null;
    retryAt = null;
  }

  private void ask(SignIn signIn, boolean byForm) {
    forget();
    int asked = question;
    tasks.run(
        () -> signIn.api().me(),
        me -> {
          if (asked == question) {
            ways.entered(signIn, me, byForm);
          }
        },
        failure -> {
          if (asked == question) {
            failed(signIn, byForm, failure);
          }
        });
  }

  private void failed(SignIn signIn, boolean byForm, Exception failure) {
    boolean mayPass =
        failure instanceof ApiException api
            && (api.kind() == ApiException.Kind.UNREACHABLE
                || api.kind() == ApiException.Kind.TIMEOUT);
    if (mayPass && !byForm) {
      waiting = signIn;
      retryAt = clock.instant().plus(AGAIN);
      ways.delayed(ApiFailures.explain(failure));
    } else {
      ways.refused(failure);
    }
  }

  void tick(Instant now) {
    SignIn again = waiting;
    if (again != null && retryAt != null && now.isAfter(retryAt)) {
      ask(again, false);
    }
  }
}
