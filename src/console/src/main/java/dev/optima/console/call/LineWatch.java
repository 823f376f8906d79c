package dev.optima.console.call;

import dev.optima.console.client.ApiClient;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Waits for a line to become free, or for an applicant to come online, and tells it once.
final class LineWatch {
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final ApiClient api;
  private final Tasks tasks;
  private final Consumer<Callee> free;
  private @Nullable Callee callee;
  private @Nullable CallId inTheWay;
  private @Nullable Instant askAt;
  private boolean waiting;

  LineWatch(ApiClient api, Tasks tasks, Consumer<Callee> free) {
    this.api = api;
    this.tasks = tasks;
    this.free = free;
  }

  /// Whom the next wait is about.
  void about(Callee next) {
    callee = next;
    inTheWay = null;
  }

  /// What was in the way of the ring.
  void on(ServerMessage.Failure failure) {
    inTheWay = failure.code() == ErrorCode.BUSY ? failure.callId() : null;
  }

  void start(Instant now) {
    waiting = true;
    askAt = now.plus(BETWEEN);
  }

  void stop() {
    waiting = false;
  }

  void on(ServerMessage.Presence presence) {
    if (waiting
        && inTheWay == null
        && presence.online()
        && callee != null
        && presence.roomId().equals(callee.room())) {
      tell();
    }
  }

  void tick(Instant now) {
    CallId call = inTheWay;
    if (!waiting || call == null || askAt == null || now.isBefore(askAt)) {
      return;
    }
    askAt = now.plus(BETWEEN);
    tasks.run(
        () -> api.status(call),
        status -> {
          if (waiting && call.equals(inTheWay) && status.state().isTerminal()) {
            tell();
          }
        },
        failure -> {});
  }

  private void tell() {
    waiting = false;
    if (callee != null) {
      free.accept(callee);
    }
  }
}
