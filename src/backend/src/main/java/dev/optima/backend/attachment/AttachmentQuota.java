package dev.optima.backend.attachment;

import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import java.sql.SQLException;

/// Refuses what there is no room for. An upload reserves its whole size when it begins, and those
/// that begin at once wait for one another, so that together they cannot take more than there is.
final class AttachmentQuota {
  /// The most uploads of a person in a room that belong to no message.
  static final int MAX_WAITING = 50;

  private final AttachmentStore store;
  private final AttachmentLimits limits;

  AttachmentQuota(AttachmentStore store, AttachmentLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  void demand(Tx tx, RoomId room, UserId uploader, long size) throws SQLException {
    if (!store.lockRoom(tx, room)) {
      throw AttachmentRights.noRoom();
    }
    if (store.waiting(tx, room, uploader) >= MAX_WAITING) {
      throw Refusal.of(
          ErrorCode.RATE_LIMITED, "too many files wait to be sent; send or cancel some");
    }
    if (limits.room() > 0 && store.bytes(tx, room) + size > limits.room()) {
      throw Refusal.of(ErrorCode.QUOTA_EXCEEDED, "the files of this room would be too many bytes");
    }
    if (limits.total() > 0) {
      store.lockTotal(tx);
      if (store.bytes(tx) + size > limits.total()) {
        throw Refusal.of(ErrorCode.QUOTA_EXCEEDED, "this server has no room left for files");
      }
    }
  }
}
