package dev.optima.protocol.rest;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import org.jspecify.annotations.Nullable;

/// `GET /api/sessions/current`: who asks.
///
/// @param roomId an applicant's room
/// @param timeZone an applicant's, IANA
/// @param organisation the name of the organisation (setting)
public record Me(
    UserId userId,
    String name,
    @Nullable String email,
    Role role,
    String language,
    @Nullable RoomId roomId,
    @Nullable String timeZone,
    String organisation) {}
