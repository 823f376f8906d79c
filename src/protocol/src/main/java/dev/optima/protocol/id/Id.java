package dev.optima.protocol.id;

/// An opaque identifier: 1 to 64 characters of `A-Z a-z 0-9 _ -`, a plain string in JSON.
public sealed interface Id permits AttachmentId, CallId, MeetingId, MessageId, RoomId, UserId {

  /// The longest identifier, in characters.
  int MAX_LENGTH = 64;

  String value();

  /// Refuses what cannot be an identifier.
  ///
  /// @throws IllegalArgumentException if `value` is empty, too long or has another character
  static void check(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("an id has 1 to " + MAX_LENGTH + " characters");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
          && c != '_'
          && c != '-') {
        throw new IllegalArgumentException("an id has only letters, digits, '_' and '-'");
      }
    }
  }
}
