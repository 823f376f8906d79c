package dev.optima.console.settings;

import dev.optima.console.fx.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Whether the recruiter may be disturbed.
public final class AvailabilityViewModel {
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final SettingsStore store;
  private final Tasks tasks;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.AVAILABLE);

  /// What is shown of it.
  public enum State {
    AVAILABLE,
    /// Until it is taken back.
    SILENT,
    /// Until a time.
    SILENT_UNTIL,
    /// By the daily quiet hours.
    QUIET_HOURS
  }

  public AvailabilityViewModel(SettingsStore store, Tasks tasks, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.tasks = tasks;
    this.clock = clock;
    this.zone = zone;
    tick(clock.instant());
  }

  public void available() {
    set(null);
  }

  public void doNotDisturb() {
    set(AlertSettings.FOR_EVER);
  }

  /// Not before tomorrow morning.
  public void untilTomorrow() {
    ZonedDateTime now = clock.instant().atZone(zone);
    set(now.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).toInstant());
  }

  private void set(@Nullable Instant until) {
    store.change(known -> known.withAlerts(known.alerts().withSilentUntil(until)));
    tasks.run(store::save);
    tick(clock.instant());
  }

  public void tick(Instant now) {
    AlertSettings alerts = store.get().alerts();
    if (alerts.isSet(now)) {
      state.set(
          AlertSettings.FOR_EVER.equals(alerts.silentUntil()) ? State.SILENT : State.SILENT_UNTIL);
    } else {
      boolean quiet = alerts.isSilent(now, now.atZone(zone).toLocalTime());
      state.set(quiet ? State.QUIET_HOURS : State.AVAILABLE);
    }
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }
}
