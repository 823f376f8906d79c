package dev.optima.console.call;

import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The two clocks of a call, by the backend's time: how long it has rung, how long both have
/// talked.
final class CallClocks {
  private final ReadOnlyObjectWrapper<Duration> length = new ReadOnlyObjectWrapper<>(Duration.ZERO);
  private final ReadOnlyObjectWrapper<Duration> rung = new ReadOnlyObjectWrapper<>(Duration.ZERO);
  private @Nullable CallLength lengthNow;

  void follow(CallSnapshot call, Instant now) {
    lengthNow = new CallLength(call, now);
    tick(now);
  }

  void stop() {
    lengthNow = null;
  }

  void tick(Instant now) {
    CallLength counted = lengthNow;
    if (counted == null) {
      return;
    }
    length.set(Duration.ofSeconds(counted.at(now).toSeconds()));
    CallSnapshot call = counted.call();
    if (call.state() == CallState.RINGING) {
      Duration since = Duration.between(call.createdAt(), now);
      Duration whole = CallViewModel.ringTime(call);
      rung.set(since.isNegative() ? Duration.ZERO : since.compareTo(whole) > 0 ? whole : since);
    }
  }

  ReadOnlyObjectProperty<Duration> length() {
    return length.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Duration> rung() {
    return rung.getReadOnlyProperty();
  }
}
