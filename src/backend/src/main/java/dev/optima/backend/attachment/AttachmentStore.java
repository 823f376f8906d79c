package dev.optima.backend.attachment;

import dev.optima.backend.attachment.StoredFile.Facts;
import dev.optima.backend.attachment.StoredFile.Picture;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files in the database: whose they are, how far they have come, what they are. Their bytes are in
/// [AttachmentFolder].
final class AttachmentStore {
  private static final String COLUMNS =
      "id, room_id, uploader_id, message_id, name, size, stored, completed_at, media_type, sha256,"
          + " checked, pages, preview_type, preview_width, preview_height";
  private static final String INSERT =
      "INSERT INTO attachments (id, room_id, uploader_id, name, size, stored, created_at)"
          + " VALUES (?, ?, ?, ?, ?, 0, ?)";
  private static final String BY_ID = "SELECT " + COLUMNS + " FROM attachments WHERE id = ?";
  private static final String ADVANCE =
      "UPDATE attachments SET stored = ? WHERE id = ? AND stored = ? AND completed_at IS NULL";
  private static final String COMPLETE =
      "UPDATE attachments SET completed_at = ?, media_type = ?, sha256 = ?, checked = ?, pages = ?,"
          + " preview_type = ?, preview_width = ?, preview_height = ?"
          + " WHERE id = ? AND completed_at IS NULL";
  private static final String CLAIM =
      "UPDATE attachments SET message_id = ? WHERE id = ? AND room_id = ? AND uploader_id = ?"
          + " AND message_id IS NULL AND completed_at IS NOT NULL";
  private static final String CANCEL =
      "DELETE FROM attachments WHERE id = ? AND message_id IS NULL";
  private static final String RELEASE = "DELETE FROM attachments WHERE message_id = ? RETURNING id";
  private static final String EXPIRE =
      "DELETE FROM attachments WHERE message_id IS NULL AND created_at < ? RETURNING id";
  private static final String LOCK_ROOM = "UPDATE rooms SET last_seq = last_seq WHERE id = ?";
  private static final String LOCK_TOTAL = "UPDATE attachment_total SET held = held";
  private static final String BYTES = "SELECT coalesce(sum(size), 0) FROM attachments";
  private static final String BYTES_OF_ROOM = BYTES + " WHERE room_id = ?";
  private static final String WAITING =
      "SELECT count(*) FROM attachments"
          + " WHERE room_id = ? AND uploader_id = ? AND message_id IS NULL";

  void insert(Tx tx, StoredFile file, Instant now) throws SQLException {
    tx.update(INSERT, file.id(), file.room(), file.uploader(), file.name(), file.size(), now);
  }

  Optional<StoredFile> find(Tx tx, AttachmentId id) throws SQLException {
    return tx.first(BY_ID, AttachmentStore::file, id);
  }

  /// False if it is no longer at `from`, or no longer there.
  boolean advance(Tx tx, AttachmentId id, long from, long to) throws SQLException {
    return tx.update(ADVANCE, to, id, from) > 0;
  }

  /// False if it is no longer there.
  boolean complete(Tx tx, AttachmentId id, Facts facts, Instant now) throws SQLException {
    Picture picture = facts.preview();
    return tx.update(
            COMPLETE,
            now,
            facts.mediaType(),
            facts.sha256(),
            facts.checked() ? 1 : 0,
            facts.pages(),
            picture == null ? null : picture.mediaType(),
            picture == null ? null : picture.width(),
            picture == null ? null : picture.height(),
            id)
        > 0;
  }

  /// Makes it part of a message; false if it may not be.
  boolean claim(Tx tx, AttachmentId id, MessageId message, RoomId room, UserId uploader)
      throws SQLException {
    return tx.update(CLAIM, message, id, room, uploader) > 0;
  }

  /// False if it is part of a message, or no longer there.
  boolean cancel(Tx tx, AttachmentId id) throws SQLException {
    return tx.update(CANCEL, id) > 0;
  }

  /// Forgets the files of a message and says which they were.
  List<AttachmentId> release(Tx tx, MessageId message) throws SQLException {
    return tx.list(RELEASE, AttachmentStore::id, message);
  }

  /// Forgets what was begun before `limit` and belongs to no message, and says what it was.
  List<AttachmentId> expire(Tx tx, Instant limit) throws SQLException {
    return tx.list(EXPIRE, AttachmentStore::id, limit);
  }

  /// Lets nobody else reserve bytes in this room until the transaction ends; false if there is no
  /// such room.
  boolean lockRoom(Tx tx, RoomId room) throws SQLException {
    return tx.update(LOCK_ROOM, room) > 0;
  }

  /// Lets nobody else reserve bytes until the transaction ends.
  void lockTotal(Tx tx) throws SQLException {
    tx.update(LOCK_TOTAL);
  }

  long bytes(Tx tx) throws SQLException {
    return tx.first(BYTES, row -> row.number(1)).orElseThrow();
  }

  long bytes(Tx tx, RoomId room) throws SQLException {
    return tx.first(BYTES_OF_ROOM, row -> row.number(1), room).orElseThrow();
  }

  /// How many files of a person in a room belong to no message.
  long waiting(Tx tx, RoomId room, UserId uploader) throws SQLException {
    return tx.first(WAITING, row -> row.number(1), room, uploader).orElseThrow();
  }

  private static AttachmentId id(Row row) throws SQLException {
    return new AttachmentId(row.text(1));
  }

  private static StoredFile file(Row row) throws SQLException {
    String message = row.textOrNull(4);
    return new StoredFile(
        new AttachmentId(row.text(1)),
        new RoomId(row.text(2)),
        new UserId(row.text(3)),
        message == null ? null : new MessageId(message),
        row.text(5),
        row.number(6),
        row.number(7),
        row.numberOrNull(8) == null ? null : facts(row));
  }

  private static Facts facts(Row row) throws SQLException {
    Long pages = row.numberOrNull(12);
    return new Facts(
        row.text(9),
        row.text(10),
        row.number(11) != 0,
        pages == null ? null : Math.toIntExact(pages),
        picture(row));
  }

  private static @Nullable Picture picture(Row row) throws SQLException {
    String type = row.textOrNull(13);
    return type == null ? null : new Picture(type, row.integer(14), row.integer(15));
  }
}
