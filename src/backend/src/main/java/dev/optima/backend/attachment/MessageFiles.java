package dev.optima.backend.attachment;

import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Attachment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The files of messages, inside the transaction of the message: what is sent with it becomes part
/// of it, what is taken back goes with it.
public final class MessageFiles {
  /// The most files of one message.
  public static final int MOST = 10;

  private final AttachmentStore store = new AttachmentStore();
  private final Consumer<List<AttachmentId>> gone;

  /// @param gone told, after the commit, whose bytes are no longer needed; has to be quick
  public MessageFiles(Consumer<List<AttachmentId>> gone) {
    this.gone = gone;
  }

  /// Files that go with the folder.
  public static MessageFiles in(AttachmentFolder folder) {
    return new MessageFiles(
        ids -> Thread.ofVirtual().name("discard").start(() -> folder.discard(ids)));
  }

  /// The ids that a sender names, none twice.
  public static List<AttachmentId> checked(@Nullable List<AttachmentId> ids) {
    if (ids == null) {
      return List.of();
    }
    if (ids.size() > MOST) {
      throw Refusal.invalid("attachment_ids", "a message has " + MOST + " files at most");
    }
    if (new HashSet<>(ids).size() < ids.size()) {
      throw Refusal.invalid("attachment_ids", "a file is named twice");
    }
    return List.copyOf(ids);
  }

  /// The files as they are shown, in this order; those that are not there are left out.
  public List<Attachment> find(Tx tx, List<AttachmentId> ids) throws SQLException {
    var found = new ArrayList<Attachment>(ids.size());
    for (AttachmentId id : ids) {
      store.find(tx, id).map(StoredFile::attachment).ifPresent(found::add);
    }
    return found;
  }

  /// Makes them part of a message.
  ///
  /// @throws Refusal if one is not the sender's, of another room, not whole, or sent already
  public void attach(Tx tx, List<AttachmentId> ids, MessageId message, RoomId room, UserId sender)
      throws SQLException {
    for (AttachmentId id : ids) {
      if (!store.claim(tx, id, message, room, sender)) {
        throw Refusal.invalid("attachment_ids", "no such file, not whole, or sent already: " + id);
      }
    }
  }

  /// Forgets the files of a message; their bytes go after the commit.
  public void release(Tx tx, MessageId message) throws SQLException {
    List<AttachmentId> ids = store.release(tx, message);
    if (!ids.isEmpty()) {
      tx.afterCommit(() -> gone.accept(ids));
    }
  }
}
