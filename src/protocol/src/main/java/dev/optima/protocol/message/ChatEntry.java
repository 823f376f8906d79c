package dev.optima.protocol.message;

import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of a chat: something said, or an event.
///
/// @param seq position in its room: rises by one, without gaps
/// @param body the text; empty for an event, for a deleted message and for bare attachments
/// @param call for an event of a call: the call as it was then
/// @param key the sender's key, so that a client knows its own message again
/// @param editedAt when the sender last changed it
/// @param deletedAt when the sender took it back; body and attachments are gone then
/// @param attachments files that belong to it
/// @param meeting for an event of a meeting: what happened
/// @param change the number of its last edit, deletion or reaction: rises within the room; absent
///   while it is as it was sent
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
    @Nullable CallSnapshot call,
    @Nullable List<Attachment> attachments,
    @Nullable MeetingNews meeting,
    @Nullable Long change) {

  /// The longest body, in UTF-16 units: what the backend takes and every client lets one write.
  public static final int MAX_BODY = 4_000;

  /// What an entry is: `text`, `call`, … on the wire.
  public enum Kind {
    /// Said by somebody.
    TEXT,
    /// A call came to its end, or was missed: `call.outcome` says how, `call.duration` how long it
    /// was, `call.ended_by` who ended it (absent if a timer did).
    CALL,
    /// A call began: both were in the room. Counts as no unread message.
    CALL_STARTED,
    /// The applicant asks to be called.
    CALL_ME,
    /// Something happened to a meeting: `meeting` says what. Counts as no unread message.
    MEETING
  }

  /// Whether it counts as unread for this person until they have read it: something said, or the
  /// wish to be called, by somebody else, and not taken back.
  public boolean countsFor(UserId reader) {
    boolean says =
        switch (kind) {
          case TEXT, CALL_ME -> true;
          case CALL, CALL_STARTED, MEETING -> false;
        };
    return says && deletedAt == null && !senderId.equals(reader);
  }

  /// The same entry with these reactions; null for none.
  public ChatEntry withReactions(@Nullable List<Reaction> now) {
    return new ChatEntry(
        roomId,
        messageId,
        seq,
        senderId,
        senderName,
        kind,
        body,
        sentAt,
        key,
        replyTo,
        editedAt,
        deletedAt,
        now,
        call,
        attachments,
        meeting,
        change);
  }

  /// The same entry with these files; null for none.
  public ChatEntry withAttachments(@Nullable List<Attachment> now) {
    return new ChatEntry(
        roomId,
        messageId,
        seq,
        senderId,
        senderName,
        kind,
        body,
        sentAt,
        key,
        replyTo,
        editedAt,
        deletedAt,
        reactions,
        call,
        now,
        meeting,
        change);
  }

  /// One emoji and who gave it.
  public record Reaction(String emoji, List<UserId> by) {}
}
