package dev.optima.console.notify;

import dev.optima.console.settings.AlertSettings;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// How one piece of news is told.
///
/// @param sound by its tone
/// @param desktop by the system, since the window is behind others
/// @param toast inside the window, since it is before one's eyes but the room is not
record Alerts(boolean sound, boolean desktop, boolean toast) {
  private static final Alerts NONE = new Alerts(false, false, false);

  /// What one looks at.
  ///
  /// @param window the window has the focus
  /// @param thing what the news are about is shown in it
  record Eyes(boolean window, boolean thing) {}

  /// Never tells what is before one's eyes, and nothing to whom is not to be disturbed.
  static Alerts of(News news, Eyes eyes, AlertSettings settings, Instant now, ZoneId zone) {
    LocalTime here = now.atZone(zone).toLocalTime();
    if (settings.isSilent(now, here)) {
      return NONE;
    }
    boolean seen = eyes.window() && eyes.thing();
    return switch (news.kind()) {
      case ANSWERED -> new Alerts(true, !eyes.window() && settings.desktop(), false);
      case REMINDER ->
          new Alerts(true, !eyes.window() && settings.desktop(), eyes.window() && !eyes.thing());
      case MESSAGE, CALL_ME, MISSED_CALL, CALL_ENDED, LINE_FREE ->
          seen ? NONE : new Alerts(true, !eyes.window() && settings.desktop(), eyes.window());
    };
  }
}
