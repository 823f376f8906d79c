package dev.optima.protocol.rest;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An applicant as the team sees them.
///
/// @param language BCP 47
/// @param timeZone IANA
/// @param online has a live session now
/// @param unread messages that the asking recruiter has not read, in the chat and among the notes
///   of the team
/// @param lastMessage the newest entry of the chat
/// @param invitedAt when the newest invitation was made
/// @param notes of the team, kept with the profile; the applicant never sees them
/// @param archivedAt since when they are out of the lists; null if they are not
/// @param version rises with each change of the profile
public record Applicant(
    UserId applicantId,
    RoomId roomId,
    String name,
    String email,
    @Nullable String phone,
    @Nullable String position,
    String language,
    String timeZone,
    Instant createdAt,
    boolean online,
    long unread,
    @Nullable ChatEntry lastMessage,
    @Nullable Instant invitedAt,
    Stage stage,
    @Nullable String notes,
    @Nullable Instant archivedAt,
    long version) {}
