package dev.optima.protocol.id;

/// One chat message.
public record MessageId(String value) implements Id {
  public MessageId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
