package dev.optima.backend.chat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Inputs;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;

/// What may be said, and by whom.
final class ChatRules {
  static final int MAX_KEY = 128;
  private static final int MAX_EMOJI = 32;

  private ChatRules() {}

  /// Refuses rooms that are not there for this person.
  static void checkRoom(Identity who, RoomId room) {
    if (who.callId() != null) {
      throw Refusal.forbidden("a call ticket opens no chat");
    }
    if (!who.maySee(room)) {
      throw noRoom();
    }
  }

  static Refusal noRoom() {
    return Refusal.notFound("no such room");
  }

  static Refusal noMessage() {
    return Refusal.notFound("no such message");
  }

  /// @param withFiles the message says something even without words
  static void checkBody(String body, boolean withFiles) {
    if (body.isBlank() && !withFiles) {
      throw Refusal.invalid("body", "a message is not empty");
    }
    if (body.length() > ChatEntry.MAX_BODY) {
      throw Refusal.of(
          ErrorCode.TOO_LARGE, "a message has " + ChatEntry.MAX_BODY + " characters at most");
    }
    checkText("body", body);
  }

  static void checkKey(String key) {
    if (key.isEmpty() || key.length() > MAX_KEY) {
      throw Refusal.invalid("key", "a key has 1 to " + MAX_KEY + " characters");
    }
    checkText("key", key);
  }

  static void checkEmoji(String emoji) {
    if (emoji.isBlank() || emoji.length() > MAX_EMOJI) {
      throw Refusal.invalid("emoji", "an emoji has 1 to " + MAX_EMOJI + " characters");
    }
    if (emoji.codePoints().anyMatch(c -> Character.isWhitespace(c) || c == '<' || c == '>')) {
      throw Refusal.invalid("emoji", "that is no emoji");
    }
    checkText("emoji", emoji);
  }

  /// Neither database keeps a NUL, and half a surrogate pair is no text.
  private static void checkText(String field, String text) {
    if (!Inputs.isStorable(text)) {
      throw Refusal.invalid(field, "a text has no NUL and no unpaired surrogate");
    }
  }
}
