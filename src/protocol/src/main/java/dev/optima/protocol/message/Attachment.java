package dev.optima.protocol.message;

import dev.optima.protocol.id.AttachmentId;
import org.jspecify.annotations.Nullable;

/// A file that belongs to a message. Its bytes are at `/api/attachments/{id}/content`.
///
/// @param name as it is shown and saved: made harmless by the backend
/// @param size bytes
/// @param mediaType found in the content, whatever the sender said
/// @param checked a virus scanner has looked at it and found nothing
/// @param pages of a document, if known
/// @param preview the picture at `/api/attachments/{id}/preview`, if there is one
public record Attachment(
    AttachmentId attachmentId,
    String name,
    long size,
    String mediaType,
    boolean checked,
    @Nullable Integer pages,
    @Nullable Preview preview) {

  /// A picture, made by the backend.
  ///
  /// @param width pixels
  /// @param height pixels
  public record Preview(int width, int height) {}
}
