package dev.optima.console.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// Takes a notice away after a while, since it lies over the profile: soon where it only says that
/// a call is over, later where something is to be decided.
final class NoticeTime {
  private static final Duration SHORT = Duration.ofSeconds(8);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ObjectProperty<@Nullable CallNotice> notice;
  private final InstantSource clock;
  private @Nullable Instant since;
  private boolean held;

  NoticeTime(ObjectProperty<@Nullable CallNotice> notice, InstantSource clock) {
    this.notice = notice;
    this.clock = clock;
    notice.addListener(
        (_, _, now) -> {
          held = false;
          since = now == null ? null : clock.instant();
        });
  }

  void hold(boolean now) {
    held = now;
    since = clock.instant();
  }

  void tick(Instant now) {
    CallNotice shown = notice.get();
    if (shown != null && since != null && !held && now.isAfter(since.plus(time(shown)))) {
      notice.set(null);
    }
  }

  private static Duration time(CallNotice shown) {
    return switch (shown.tone()) {
      case NEUTRAL -> shown.actions().contains(CallNotice.Action.WAIT) ? LONG : SHORT;
      case GOOD, WARNING, BAD -> LONG;
    };
  }
}
