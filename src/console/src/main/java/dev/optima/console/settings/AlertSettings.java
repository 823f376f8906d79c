package dev.optima.console.settings;

import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When and how the recruiter is told of something.
///
/// @param silentUntil not to be disturbed until then; [#FOR_EVER] until it is taken back; null if
///   available
/// @param quietFrom not to be disturbed daily from then, in the recruiter's time zone; null for no
///   quiet hours
/// @param quietTo until then; may be before `quietFrom`, then over midnight
/// @param desktop whether the system's notifications are used
/// @param hideContents whether they leave out what was said
/// @param volumes loudness of the tone of each kind, 0 to 100
public record AlertSettings(
    @Nullable Instant silentUntil,
    @Nullable LocalTime quietFrom,
    LocalTime quietTo,
    boolean desktop,
    boolean hideContents,
    Map<AlertKind, Integer> volumes) {

  /// Do not disturb, with no end set.
  public static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

  private static final int VOLUME = 60;

  public static final AlertSettings FRESH =
      new AlertSettings(null, null, LocalTime.of(8, 0), true, false, Map.of());

  public AlertSettings {
    Map<AlertKind, Integer> all = new EnumMap<>(AlertKind.class);
    for (AlertKind kind : AlertKind.values()) {
      all.put(kind, Math.clamp(volumes.getOrDefault(kind, VOLUME), 0, 100));
    }
    volumes = Map.copyOf(all);
  }

  /// Whether nothing may disturb now.
  ///
  /// @param here the time of day of the recruiter
  public boolean isSilent(Instant now, LocalTime here) {
    return isSet(now) || isQuiet(here);
  }

  /// Whether "do not disturb" was chosen and is not over.
  public boolean isSet(Instant now) {
    return silentUntil != null && now.isBefore(silentUntil);
  }

  private boolean isQuiet(LocalTime here) {
    if (quietFrom == null || quietFrom.equals(quietTo)) {
      return false;
    }
    boolean begun = !here.isBefore(quietFrom);
    boolean over = !here.isBefore(quietTo);
    return quietFrom.isBefore(quietTo) ? begun && !over : begun || !over;
  }

  /// The loudness of a kind's tone, 0 to 100.
  public int volume(AlertKind kind) {
    return volumes.getOrDefault(kind, VOLUME);
  }

  public AlertSettings withSilentUntil(@Nullable Instant until) {
    return new AlertSettings(until, quietFrom, quietTo, desktop, hideContents, volumes);
  }

  /// @param from null for no quiet hours
  public AlertSettings withQuiet(@Nullable LocalTime from, LocalTime to) {
    return new AlertSettings(silentUntil, from, to, desktop, hideContents, volumes);
  }

  public AlertSettings withDesktop(boolean on) {
    return new AlertSettings(silentUntil, quietFrom, quietTo, on, hideContents, volumes);
  }

  public AlertSettings withHideContents(boolean on) {
    return new AlertSettings(silentUntil, quietFrom, quietTo, desktop, on, volumes);
  }

  public AlertSettings withVolume(AlertKind kind, int volume) {
    Map<AlertKind, Integer> next = new EnumMap<>(volumes);
    next.put(kind, volume);
    return new AlertSettings(silentUntil, quietFrom, quietTo, desktop, hideContents, next);
  }
}
