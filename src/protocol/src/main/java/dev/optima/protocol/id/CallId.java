package dev.optima.protocol.id;

/// One call, live or ended.
public record CallId(String value) implements Id {
  public CallId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
