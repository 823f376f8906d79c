package dev.optima.protocol.message;

/// What a person may do: `admin`, `recruiter` or `applicant` on the wire.
public enum Role {
  /// Accounts, settings, may end any call; otherwise a recruiter.
  ADMIN,
  RECRUITER,
  /// Own room, own calls, own meetings, nothing else.
  APPLICANT;

  public boolean isTeam() {
    return this != APPLICANT;
  }
}
