package dev.optima.protocol.id;

/// A person: an account of the team, or an applicant, whose applicant id this is too.
public record UserId(String value) implements Id {
  public UserId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
