package dev.optima.console.call;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Cancelling and hanging up, which must reach the backend: by the socket, and by REST if that does
/// not answer.
final class HangUp {
  /// How long the socket may take before REST is tried.
  private static final Duration SLACK = Duration.ofSeconds(2);

  private final ApiClient api;
  private final SignalingClient signals;
  private final Tasks tasks;
  private final Consumer<CallSnapshot> known;
  private final BiConsumer<CallSnapshot, Exception> failed;
  private @Nullable CallSnapshot pending;
  private Instant since = Instant.EPOCH;

  /// @param known is told where the call stands
  /// @param failed is told that neither way worked
  HangUp(
      ApiClient api,
      SignalingClient signals,
      Tasks tasks,
      Consumer<CallSnapshot> known,
      BiConsumer<CallSnapshot, Exception> failed) {
    this.api = api;
    this.signals = signals;
    this.tasks = tasks;
    this.known = known;
    this.failed = failed;
  }

  void begin(CallSnapshot call, boolean online, Instant now) {
    if (!online) {
      byRest(call);
      return;
    }
    signals.send(
        call.state() == CallState.RINGING
            ? new ClientMessage.VideoCallCancel(call.callId())
            : new ClientMessage.VideoCallEnd(call.callId()));
    pending = call;
    since = now;
  }

  /// The call is over; nothing is pending any more.
  void done() {
    pending = null;
  }

  void tick(Instant now) {
    CallSnapshot call = pending;
    if (call != null && now.isAfter(since.plus(SLACK))) {
      byRest(call);
    }
  }

  private void byRest(CallSnapshot call) {
    pending = null;
    tasks.run(() -> api.end(call.callId()), known, failure -> explain(call, failure));
  }

  private void explain(CallSnapshot call, Exception failure) {
    if (failure instanceof ApiException refused
        && (refused.is(ErrorCode.STALE) || refused.is(ErrorCode.NOT_FOUND))) {
      refused.problem().map(problem -> problem.call()).ifPresent(known);
    } else {
      failed.accept(call, failure);
    }
  }
}
