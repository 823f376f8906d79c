package dev.optima.protocol.rest;

import dev.optima.protocol.message.Role;
import org.jspecify.annotations.Nullable;

/// `PATCH /api/accounts/{id}` (administrators only): what is absent stays as it is.
public record AccountChange(
    @Nullable String name,
    @Nullable Role role,
    @Nullable Boolean disabled,
    @Nullable String password,
    @Nullable String language) {
  /// Never prints the password.
  @Override
  public String toString() {
    return "AccountChange[" + name + ", " + role + ", disabled=" + disabled + "]";
  }
}
