package dev.optima.protocol.message;

import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of a chat: something said, or an event of a call.
///
/// @param seq position in its room: rises by one, without gaps
/// @param body the text; empty for an event and for a deleted message
/// @param call for an event: the call as it ended (or as it was missed)
/// @param key the sender's key, so that a client knows its own message again
/// @param editedAt when the sender last changed it
/// @param deletedAt when the sender took it back
public record ChatEntry(
    RoomId roomId,
    MessageId messageId,
    long seq,
    UserId senderId,
    String senderName,
    Kind kind,
    String body,
    Instant sentAt,
    @Nullable String key,
    @Nullable MessageId replyTo,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    @Nullable List<Reaction> reactions,
    @Nullable CallSnapshot call) {

  /// What an entry is: `text` or `call` on the wire.
  public enum Kind {
    TEXT,
    CALL
  }

  /// One emoji and who gave it.
  public record Reaction(String emoji, List<UserId> by) {}
}
