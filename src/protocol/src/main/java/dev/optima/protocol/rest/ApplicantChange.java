package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// `PATCH /api/applicants/{id}`: what is absent stays as it is; an empty phone, position or notes
/// is taken away.
///
/// @param notes of the team, 10,000 characters at most
/// @param archived out of the lists, or back in them
/// @param version what the sender saw; if another one is there by now it is refused as `stale`
public record ApplicantChange(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String position,
    @Nullable String language,
    @Nullable String timeZone,
    @Nullable Stage stage,
    @Nullable String notes,
    @Nullable Boolean archived,
    @Nullable Long version) {}
