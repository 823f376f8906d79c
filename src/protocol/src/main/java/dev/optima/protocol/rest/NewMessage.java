package dev.optima.protocol.rest;

import dev.optima.protocol.id.MessageId;
import org.jspecify.annotations.Nullable;

/// `POST /api/rooms/{roomId}/messages`.
public record NewMessage(String key, String body, @Nullable MessageId replyTo) {}
