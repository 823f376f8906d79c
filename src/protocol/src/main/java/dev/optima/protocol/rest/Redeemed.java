package dev.optima.protocol.rest;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;

/// `POST /api/invitations/{code}`: who one is now; the session itself is the cookie.
public record Redeemed(
    UserId applicantId, RoomId roomId, String name, String language, String timeZone) {}
