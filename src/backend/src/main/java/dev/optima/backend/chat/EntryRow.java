package dev.optima.backend.chat;

import dev.optima.backend.store.Row;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.MeetingNews;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as it lies in the database, in a row of the messages `m`.
final class EntryRow {
  static final String COLUMNS =
      "m.room_id, m.id, m.seq, m.sender_id, m.sender_name, m.kind, m.body, m.sent_at,"
          + " m.request_key, m.reply_to, m.edited_at, m.deleted_at, m.call, m.change,"
          + " m.attachments, m.meeting";

  /// How many columns these are.
  static final int WIDTH = COLUMNS.split(",", -1).length;

  private EntryRow() {}

  static ChatEntry read(Row row) throws SQLException {
    ChatEntry.Kind kind = ChatEntry.Kind.valueOf(row.text(6));
    return new ChatEntry(
        new RoomId(row.text(1)),
        new MessageId(row.text(2)),
        row.number(3),
        new UserId(row.text(4)),
        row.text(5),
        kind,
        row.text(7),
        row.instant(8),
        kind == ChatEntry.Kind.TEXT || kind == ChatEntry.Kind.CALL_ME ? row.text(9) : null,
        idOrNull(row.textOrNull(10)),
        row.instantOrNull(11),
        row.instantOrNull(12),
        null,
        call(row.textOrNull(13)),
        files(row.textOrNull(15)),
        meeting(row.textOrNull(16)),
        row.numberOrNull(14));
  }

  private static @Nullable MessageId idOrNull(@Nullable String text) {
    return text == null ? null : new MessageId(text);
  }

  private static @Nullable CallSnapshot call(@Nullable String json) throws SQLException {
    if (json == null) {
      return null;
    }
    try {
      return Json.read(json, CallSnapshot.class);
    } catch (JsonRefusal e) {
      throw new SQLException("a stored call cannot be read", e);
    }
  }

  private static @Nullable MeetingNews meeting(@Nullable String json) throws SQLException {
    if (json == null) {
      return null;
    }
    try {
      return Json.read(json, MeetingNews.class);
    } catch (JsonRefusal e) {
      throw new SQLException("stored news of a meeting cannot be read", e);
    }
  }

  private static @Nullable List<Attachment> files(@Nullable String json) throws SQLException {
    if (json == null) {
      return null;
    }
    try {
      return List.of(Json.read(json, Attachment[].class));
    } catch (JsonRefusal e) {
      throw new SQLException("the stored files of a message cannot be read", e);
    }
  }
}
