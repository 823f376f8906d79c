package dev.optima.backend.bus;

import dev.optima.protocol.id.UserId;

/// Whom a parcel is for.
///
/// @param name dot-separated, as NATS has them
public record Subject(String name) {

  /// All recruiters and administrators.
  public static final Subject TEAM = new Subject("team");

  /// One person.
  public static Subject user(UserId user) {
    return new Subject("user." + user.value());
  }
}
