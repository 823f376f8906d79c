package dev.optima.console.settings;

import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Writes and reads [AlertSettings] in the settings' file.
final class AlertProperties {
  private AlertProperties() {}

  static void write(AlertSettings alerts, Properties out) {
    put(out, "silent-until", alerts.silentUntil());
    put(out, "quiet-from", alerts.quietFrom());
    put(out, "quiet-to", alerts.quietTo());
    put(out, "desktop", alerts.desktop());
    put(out, "hide-contents", alerts.hideContents());
    alerts.volumes().forEach((kind, volume) -> put(out, volumeKey(kind), volume));
  }

  private static void put(Properties out, String name, @Nullable Object value) {
    if (value != null) {
      out.setProperty("alerts." + name, value.toString());
    }
  }

  static AlertSettings read(Properties in) {
    AlertSettings fresh = AlertSettings.FRESH;
    String until = in.getProperty("alerts.silent-until");
    String from = in.getProperty("alerts.quiet-from");
    String to = in.getProperty("alerts.quiet-to");
    Map<AlertKind, Integer> volumes = new EnumMap<>(AlertKind.class);
    for (AlertKind kind : AlertKind.values()) {
      String volume = in.getProperty("alerts." + volumeKey(kind));
      if (volume != null) {
        volumes.put(kind, Integer.parseInt(volume));
      }
    }
    return new AlertSettings(
        until == null ? null : Instant.parse(until),
        from == null ? null : LocalTime.parse(from),
        to == null ? fresh.quietTo() : LocalTime.parse(to),
        Boolean.parseBoolean(in.getProperty("alerts.desktop", "true")),
        Boolean.parseBoolean(in.getProperty("alerts.hide-contents", "false")),
        volumes);
  }

  private static String volumeKey(AlertKind kind) {
    return "volume-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
