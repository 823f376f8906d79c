package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// `PATCH /api/applicants/{id}`: what is absent stays as it is; an empty phone or position is taken
/// away.
public record ApplicantChange(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String position,
    @Nullable String language,
    @Nullable String timeZone) {}
