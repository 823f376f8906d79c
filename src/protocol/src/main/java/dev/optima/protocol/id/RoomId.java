package dev.optima.protocol.id;

/// A room of one applicant: `applicant_<applicant id>` is the chat of the applicant with the team,
/// `team_<applicant id>` holds the notes of the team about that applicant, which the applicant
/// never sees.
public record RoomId(String value) implements Id {
  private static final String APPLICANT = "applicant_";
  private static final String TEAM = "team_";

  public RoomId {
    Id.check(value);
    int prefix = value.indexOf('_') + 1;
    if (!(value.startsWith(APPLICANT) || value.startsWith(TEAM)) || value.length() == prefix) {
      throw new IllegalArgumentException(
          "a room id is " + APPLICANT + "<applicant id> or " + TEAM + "<applicant id>");
    }
  }

  /// The chat of an applicant with the team.
  public static RoomId of(UserId applicant) {
    return new RoomId(APPLICANT + applicant.value());
  }

  /// The notes of the team about an applicant.
  public static RoomId teamOf(UserId applicant) {
    return new RoomId(TEAM + applicant.value());
  }

  /// The applicant whom this room is about.
  public UserId applicant() {
    return new UserId(value.substring(value.indexOf('_') + 1));
  }

  /// Whether the applicant is kept out: nothing of it may reach them.
  public boolean isTeamOnly() {
    return value.startsWith(TEAM);
  }

  @Override
  public String toString() {
    return value;
  }
}
