package dev.optima.backend.signaling;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;

/// What the signalling counts.
public final class SignalingMetrics implements MeterBinder {
  final LongAdder open = new LongAdder();
  final LongAdder received = new LongAdder();
  final LongAdder sent = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder malformed = new LongAdder();
  final LongAdder slowReaders = new LongAdder();
  final LongAdder lostPeers = new LongAdder();
  final LongAdder turnedAway = new LongAdder();

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("optima.sockets.open", open, LongAdder::sum)
        .description("Connected sockets")
        .register(registry);
    count(registry, "optima.socket.messages.received", "Messages of clients", received);
    count(registry, "optima.socket.messages.sent", "Messages to clients", sent);
    count(registry, "optima.socket.refusals", "Commands answered with an error", refused);
    count(registry, "optima.socket.malformed", "Messages that could not be read", malformed);
    count(
        registry, "optima.socket.slow", "Sockets closed because they read too slowly", slowReaders);
    count(registry, "optima.socket.lost", "Sockets closed because they gave no pong", lostPeers);
    count(
        registry,
        "optima.socket.turned.away",
        "Sockets not opened because too many wait without a session",
        turnedAway);
  }

  private static void count(MeterRegistry registry, String name, String what, LongAdder adder) {
    FunctionCounter.builder(name, adder, LongAdder::sum).description(what).register(registry);
  }
}
