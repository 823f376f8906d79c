package dev.optima.backend.bus;

import dev.optima.protocol.id.UserId;

/// Whom a parcel is for.
///
/// @param name dot-separated, as NATS has them
public record Subject(String name) {

  /// All recruiters and administrators.
  public static final Subject TEAM = new Subject("team");

  /// All applicants.
  public static final Subject APPLICANTS = new Subject("applicants");

  /// Everybody.
  public static final Subject ALL = new Subject("all");

  /// One person.
  public static Subject user(UserId user) {
    return new Subject("user." + user.value());
  }
}
