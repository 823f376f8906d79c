package dev.optima.protocol.rest;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;

/// `GET /api/rooms/{roomId}`.
///
/// @param lastSeq the newest `seq`, 0 if the room is empty
/// @param readSeq up to where the asking person has read
/// @param unread what they have not read: texts and wishes to be called by others, not taken back
public record Room(
    RoomId roomId,
    UserId applicantId,
    String applicantName,
    long lastSeq,
    long readSeq,
    long unread,
    boolean online) {}
