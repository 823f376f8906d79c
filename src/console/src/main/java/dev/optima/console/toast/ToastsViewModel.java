package dev.optima.console.toast;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The toasts that are shown now: three at most, some seconds each, longer while the pointer rests
/// on one.
public final class ToastsViewModel {
  private static final int MOST = 3;
  private static final Duration SHOWN = Duration.ofSeconds(6);
  private static final Duration WITH_STEP = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
  private final Map<Toast, Instant> until = new HashMap<>();
  private @Nullable Toast held;

  public ToastsViewModel(InstantSource clock) {
    this.clock = clock;
  }

  public void show(Toast toast) {
    dismiss(toast);
    while (toasts.size() >= MOST) {
      dismiss(toasts.getFirst());
    }
    until.put(toast, clock.instant().plus(toast.step() == null ? SHOWN : WITH_STEP));
    toasts.add(toast);
  }

  /// Takes the step of a toast, which is gone then.
  public void take(Toast toast) {
    dismiss(toast);
    if (toast.step() != null) {
      toast.step().deed().run();
    }
  }

  public void dismiss(Toast toast) {
    until.remove(toast);
    toasts.remove(toast);
  }

  /// Lets one stay while the pointer rests on it; null for none.
  public void hold(@Nullable Toast toast) {
    if (held != null && until.containsKey(held)) {
      until.put(held, clock.instant().plus(SHOWN));
    }
    held = toast;
  }

  public void tick(Instant now) {
    for (Toast toast : toasts.toArray(Toast[]::new)) {
      if (!toast.equals(held) && now.isAfter(until.getOrDefault(toast, Instant.MAX))) {
        dismiss(toast);
      }
    }
  }

  public ObservableList<Toast> toasts() {
    return toasts;
  }
}
