package dev.optima.protocol.rest;

/// `POST /api/sessions`.
public record SignIn(String email, String password) {
  /// Never prints the password.
  @Override
  public String toString() {
    return "SignIn[" + email + "]";
  }
}
