package dev.optima.console.call;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CallDetails;
import dev.optima.protocol.rest.CallQuality;
import java.time.Duration;
import java.time.Instant;

/// What is known of one call: what happened in it, how well it went, and what is kept of it. While
/// the call is live it is asked for again every few seconds.
public final class CallDetailsViewModel {
  private static final Duration AGAIN = Duration.ofSeconds(10);

  /// The score is there a moment after the end.
  private static final Duration PACKED = Duration.ofSeconds(3);

  private final CallSnapshot call;
  private final Asked<CallDetails> details;
  private final Asked<CallQuality> quality;
  private final KeptViewModel kept;
  private Instant asked = Instant.EPOCH;
  private Duration pause;

  CallDetailsViewModel(CallSnapshot call, ApiClient api, Tasks tasks) {
    this.call = call;
    details = new Asked<>(tasks, () -> api.callRecords().details(call.callId()));
    quality = new Asked<>(tasks, () -> api.callRecords().quality(call.callId()));
    kept = new KeptViewModel(call, api.recordings(), tasks);
    pause = AGAIN;
  }

  /// Asks for all of it, for the first time or again.
  public void load() {
    details.load();
    quality.load();
    kept.load();
  }

  void on(SignalEvent event) {
    kept.on(event);
    if (!(event instanceof SignalEvent.Received(ServerMessage message))) {
      return;
    }
    if (message instanceof ServerMessage.Welcome
        && (isLive() || details.problem().get() != null || quality.problem().get() != null)) {
      load();
    }
    if (message instanceof ServerMessage.TeamCall(LiveCall live)
        && live.call().callId().equals(call.callId())
        && live.call().version() != latest().version()) {
      details.load();
      pause = live.call().state().isTerminal() ? PACKED : AGAIN;
    }
  }

  void tick(Instant now) {
    boolean wanted = isLive() || pause.equals(PACKED);
    if (asked.equals(Instant.EPOCH) || !wanted) {
      asked = now;
    } else if (!now.isBefore(asked.plus(pause))) {
      asked = now;
      pause = AGAIN;
      details.load();
      quality.load();
    }
  }

  /// Whether it is not over, as far as is known.
  boolean isLive() {
    return !latest().state().isTerminal();
  }

  /// The call as it was known last.
  CallSnapshot latest() {
    CallDetails known = details.answer().get();
    return known == null ? call : known.call().call();
  }

  Asked<CallDetails> details() {
    return details;
  }

  Asked<CallQuality> quality() {
    return quality;
  }

  KeptViewModel kept() {
    return kept;
  }
}
