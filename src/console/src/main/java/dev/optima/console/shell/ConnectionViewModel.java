package dev.optima.console.shell;

import dev.optima.console.client.ConnectionState;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.i18n.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is said about the connection: nothing while it is there, one calm line while it is not.
public final class ConnectionViewModel {
  /// A gap shorter than this is not worth a line.
  private static final Duration UNNOTICED = Duration.ofMillis(1500);

  private final InstantSource local;
  private final Runnable retry;
  private final Runnable onSignedOut;
  private final ReadOnlyObjectWrapper<@Nullable Message> banner = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper mayRetry = new ReadOnlyBooleanWrapper();
  private ConnectionState state = new ConnectionState.Connecting();
  private @Nullable Instant offlineSince;

  ConnectionViewModel(InstantSource local, Runnable retry, Runnable onSignedOut) {
    this.local = local;
    this.retry = retry;
    this.onSignedOut = onSignedOut;
    this.offlineSince = local.instant();
  }

  void on(SignalEvent event) {
    if (!(event instanceof SignalEvent.Connection(ConnectionState next))) {
      return;
    }
    state = next;
    switch (next) {
      case ConnectionState.Online _ -> offlineSince = null;
      case ConnectionState.SignedOut _ -> onSignedOut.run();
      case ConnectionState.Connecting _, ConnectionState.Waiting _ -> {
        if (offlineSince == null) {
          offlineSince = local.instant();
        }
      }
    }
    tick(local.instant());
  }

  void tick(Instant now) {
    mayRetry.set(state instanceof ConnectionState.Waiting);
    if (offlineSince == null || now.isBefore(offlineSince.plus(UNNOTICED))) {
      banner.set(null);
      return;
    }
    banner.set(
        switch (state) {
          case ConnectionState.Online _, ConnectionState.SignedOut _ -> null;
          case ConnectionState.Connecting _ -> Message.of("connection.connecting");
          case ConnectionState.Waiting waiting -> waiting(waiting, now);
        });
  }

  private static Message waiting(ConnectionState.Waiting waiting, Instant now) {
    long seconds =
        Math.max(1, Duration.between(now, waiting.retryAt()).plusMillis(999).toSeconds());
    return switch (waiting.reason()) {
      case RESTART -> Message.of("connection.restart", seconds);
      case LOST -> Message.of("connection.waiting", seconds);
    };
  }

  /// Tries at once.
  public void retryNow() {
    retry.run();
  }

  /// The line; null while all is well.
  public ReadOnlyObjectProperty<@Nullable Message> banner() {
    return banner.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty mayRetry() {
    return mayRetry.getReadOnlyProperty();
  }
}
