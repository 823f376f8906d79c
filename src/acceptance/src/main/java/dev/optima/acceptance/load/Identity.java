package dev.optima.acceptance.load;

/// Somebody who connects.
///
/// @param name the name by which peers without accounts know them
/// @param token a session's; empty for peers without accounts
/// @param room the room of an applicant; empty for the team
record Identity(String name, String token, String room) {
  static Identity named(String name) {
    return new Identity(name, "", "");
  }
}
