package dev.optima.protocol.id;

/// One planned interview.
public record MeetingId(String value) implements Id {
  public MeetingId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
