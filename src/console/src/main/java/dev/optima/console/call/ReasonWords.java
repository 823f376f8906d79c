package dev.optima.console.call;

import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Numbers;
import dev.optima.protocol.rest.CallQuality.Cause;
import dev.optima.protocol.rest.CallQuality.Reason;
import java.util.Optional;

/// Why a call was bad, in words: what it was, on whose side, how much of the time, how bad, and
/// what helps.
final class ReasonWords {
  private static final double MEGA = 1_000_000;
  private static final double KILO = 1_000;

  private final Numbers numbers;

  ReasonWords(Numbers numbers) {
    this.numbers = numbers;
  }

  static Message what(Cause cause) {
    return switch (cause) {
      case LOSS -> Message.of("reason.loss");
      case DELAY -> Message.of("reason.delay");
      case JITTER -> Message.of("reason.jitter");
      case BANDWIDTH -> Message.of("reason.bandwidth");
      case SLOW_COMPUTER -> Message.of("reason.slowComputer");
      case BROKEN -> Message.of("reason.broken");
      case FROZEN -> Message.of("reason.frozen");
    };
  }

  /// What helps the next time.
  static Message advice(Cause cause) {
    return switch (cause) {
      case LOSS, JITTER -> Message.of("reason.loss.advice");
      case DELAY -> Message.of("reason.delay.advice");
      case BANDWIDTH -> Message.of("reason.bandwidth.advice");
      case SLOW_COMPUTER -> Message.of("reason.slowComputer.advice");
      case BROKEN -> Message.of("reason.broken.advice");
      case FROZEN -> Message.of("reason.frozen.advice");
    };
  }

  static Message side(Reason reason) {
    String name = reason.name();
    return name == null || name.isEmpty()
        ? Message.of("reason.side.unknown")
        : Message.of("reason.side", name);
  }

  /// Empty where there is no share to speak of.
  Optional<Message> share(Reason reason) {
    if (reason.share() <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        reason.share() < 0.01
            ? Message.of("reason.share.little")
            : Message.of("reason.share", numbers.percent(reason.share())));
  }

  /// How bad it was.
  Optional<Message> value(Reason reason) {
    Double value = reason.value();
    if (value == null) {
      return Optional.empty();
    }
    return switch (reason.cause()) {
      case LOSS -> Optional.of(Message.of("reason.value.loss", numbers.percent(value)));
      case DELAY, JITTER -> Optional.of(Message.of("reason.value.delay", milliseconds(value)));
      case BANDWIDTH -> Optional.of(Message.of("reason.value.bandwidth", bandwidth(value)));
      case FROZEN -> Optional.of(Message.of("reason.value.frozen", numbers.percent(value)));
      case SLOW_COMPUTER, BROKEN -> Optional.empty();
    };
  }

  /// @param seconds of a delay
  Message milliseconds(double seconds) {
    return Message.of("quality.ms", numbers.count(Math.round(seconds * KILO)));
  }

  /// @param bits a second
  Message bandwidth(double bits) {
    return bits >= MEGA
        ? Message.of("quality.mbits", numbers.decimal(bits / MEGA))
        : Message.of("quality.kbits", numbers.count(Math.round(bits / KILO)));
  }
}
