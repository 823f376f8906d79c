package dev.optima.protocol.rest;

import dev.optima.protocol.message.Role;
import org.jspecify.annotations.Nullable;

/// `POST /api/accounts` (administrators only).
public record NewAccount(
    String email, String name, Role role, String password, @Nullable String language) {
  /// Never prints the password.
  @Override
  public String toString() {
    return "NewAccount[" + email + ", " + role + "]";
  }
}
