package dev.optima.protocol.rest;

import dev.optima.protocol.message.ChatEntry;
import java.util.List;

/// `GET /api/rooms/{roomId}/messages`: in `seq` order; with `changes_after` in the order of
/// `change`.
///
/// @param lastSeq the newest `seq` of the room, 0 if it is empty
/// @param readSeq up to where the other side has read: for the team the applicant, for the
///   applicant the furthest of the team, in a room of the team's own the furthest colleague
/// @param deliveredSeq up to where the other side has received
/// @param lastChange the newest change of the room, 0 if there was none: what to ask from after a
///   loss of connection, by `changes_after`
public record MessageList(
    List<ChatEntry> messages, long lastSeq, long readSeq, long deliveredSeq, long lastChange) {}
