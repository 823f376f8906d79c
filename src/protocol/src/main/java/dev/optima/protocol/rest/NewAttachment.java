package dev.optima.protocol.rest;

/// `POST /api/rooms/{roomId}/attachments`: begins an upload.
///
/// @param name as the sender's machine calls it
/// @param size bytes
public record NewAttachment(String name, long size) {}
