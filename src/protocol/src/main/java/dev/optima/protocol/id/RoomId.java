package dev.optima.protocol.id;

/// The chat of one applicant with the team: `applicant_<applicant id>`.
public record RoomId(String value) implements Id {
  private static final String PREFIX = "applicant_";

  public RoomId {
    Id.check(value);
    if (!value.startsWith(PREFIX) || value.length() == PREFIX.length()) {
      throw new IllegalArgumentException("a room id is " + PREFIX + "<applicant id>");
    }
  }

  /// The room of an applicant.
  public static RoomId of(UserId applicant) {
    return new RoomId(PREFIX + applicant.value());
  }

  /// The applicant whose room this is.
  public UserId applicant() {
    return new UserId(value.substring(PREFIX.length()));
  }

  @Override
  public String toString() {
    return value;
  }
}
