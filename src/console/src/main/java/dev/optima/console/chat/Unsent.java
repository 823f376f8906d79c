package dev.optima.console.chat;

import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message of one's own that the backend has not acknowledged.
///
/// @param key makes it the same message however often it is sent
/// @param files were uploaded before
/// @param refused why the backend did not take it; it is not sent again by itself then
/// @param retryAfter seconds, with `rate_limited`
public record Unsent(
    RoomId room,
    String key,
    String body,
    List<Attachment> files,
    @Nullable MessageId replyTo,
    Instant at,
    @Nullable ErrorCode refused,
    @Nullable Long retryAfter) {

  Unsent refusedBy(@Nullable ErrorCode code, @Nullable Long seconds) {
    return new Unsent(room, key, body, files, replyTo, at, code, seconds);
  }

  ClientMessage.ChatSend message() {
    return new ClientMessage.ChatSend(
        room,
        key,
        body,
        files.isEmpty() ? null : files.stream().map(Attachment::attachmentId).toList(),
        replyTo);
  }

  /// The entry that it has become.
  ChatEntry entry(UserId me, MessageId id, long seq, Instant sentAt) {
    return new ChatEntry(
        room,
        id,
        seq,
        me,
        "",
        ChatEntry.Kind.TEXT,
        body,
        sentAt,
        key,
        replyTo,
        null,
        null,
        null,
        null,
        files.isEmpty() ? null : files,
        null,
        null);
  }
}
