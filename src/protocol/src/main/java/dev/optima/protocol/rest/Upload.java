package dev.optima.protocol.rest;

import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.message.Attachment;
import org.jspecify.annotations.Nullable;

/// An upload under way, or done. Its bytes are sent by `PATCH /api/attachments/{id}` as
/// `application/octet-stream` with the header `Upload-Offset` (as in tus 1.0); after a break `GET
/// /api/attachments/{id}` tells from where to go on.
///
/// @param offset bytes that are stored
/// @param size bytes in all
/// @param maxChunk the most bytes in one request
/// @param attachment set once all bytes are there and the file was accepted
public record Upload(
    AttachmentId attachmentId,
    long offset,
    long size,
    int maxChunk,
    @Nullable Attachment attachment) {}
