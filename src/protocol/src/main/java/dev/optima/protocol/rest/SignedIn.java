package dev.optima.protocol.rest;

/// A new session; the token is shown only here.
public record SignedIn(String token, Account user) {
  /// Never prints the token.
  @Override
  public String toString() {
    return "SignedIn[" + user + "]";
  }
}
