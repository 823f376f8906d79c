package dev.optima.backend.attachment;

import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.rest.Upload;
import org.jspecify.annotations.Nullable;

/// A file as the database knows it.
///
/// @param message absent until it is sent
/// @param stored how many bytes are safely on the disk
/// @param facts what was found in it; absent until all bytes are there and it was accepted
record StoredFile(
    AttachmentId id,
    RoomId room,
    UserId uploader,
    @Nullable MessageId message,
    String name,
    long size,
    long stored,
    @Nullable Facts facts) {

  /// What was found in a file.
  ///
  /// @param checked a virus scanner looked at it
  /// @param pages of a document, if known
  record Facts(
      String mediaType,
      String sha256,
      boolean checked,
      @Nullable Integer pages,
      @Nullable Picture preview) {}

  /// The picture of a file, which lies beside it.
  record Picture(String mediaType, int width, int height) {}

  StoredFile withStored(long now) {
    return new StoredFile(id, room, uploader, message, name, size, now, facts);
  }

  StoredFile withFacts(Facts found) {
    return new StoredFile(id, room, uploader, message, name, size, stored, found);
  }

  /// How far the upload is.
  Upload upload() {
    return new Upload(id, stored, size, AttachmentService.MAX_CHUNK, attachment());
  }

  /// As it is shown; null until it was accepted.
  @Nullable Attachment attachment() {
    Facts found = facts;
    if (found == null) {
      return null;
    }
    Picture picture = found.preview();
    return new Attachment(
        id,
        name,
        size,
        found.mediaType(),
        found.checked(),
        found.pages(),
        picture == null ? null : new Attachment.Preview(picture.width(), picture.height()));
  }
}
