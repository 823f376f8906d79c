package dev.optima.protocol.id;

/// One uploaded file.
public record AttachmentId(String value) implements Id {
  public AttachmentId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
