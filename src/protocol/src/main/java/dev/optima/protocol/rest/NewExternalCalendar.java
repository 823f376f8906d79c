package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// `PUT /api/calendar/external`.
///
/// @param password kept sealed, never given back
public record NewExternalCalendar(
    ExternalCalendar.Kind kind, String url, @Nullable String user, @Nullable String password) {
  /// Never prints the password.
  @Override
  public String toString() {
    return "NewExternalCalendar[" + kind + "]";
  }
}
