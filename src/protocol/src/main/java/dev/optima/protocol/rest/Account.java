package dev.optima.protocol.rest;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import org.jspecify.annotations.Nullable;

/// A person of the team, or (with `GET /api/sessions/current`) the applicant of a session.
///
/// @param language BCP 47, `en` or `tr`
/// @param disabled may not sign in
public record Account(
    UserId userId,
    String name,
    @Nullable String email,
    Role role,
    String language,
    boolean disabled) {}
