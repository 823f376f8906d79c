package dev.optima.protocol.rest;

import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.MessageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /api/rooms/{roomId}/messages`.
///
/// @param body may be empty if there are attachments
public record NewMessage(
    String key,
    String body,
    @Nullable MessageId replyTo,
    @Nullable List<AttachmentId> attachmentIds) {}
