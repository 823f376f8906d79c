package dev.optima.backend.bus;

import dev.optima.protocol.id.UserId;
import java.util.Optional;

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

  private static final String USER = "user.";

  /// The one person whom it is for, if it is for one.
  public Optional<UserId> person() {
    return name.startsWith(USER)
        ? Optional.of(new UserId(name.substring(USER.length())))
        : Optional.empty();
  }

  /// One person.
  public static Subject user(UserId user) {
    return new Subject(USER + user.value());
  }
}
