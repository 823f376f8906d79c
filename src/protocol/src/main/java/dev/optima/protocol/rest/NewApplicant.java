package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// `POST /api/applicants`.
///
/// @param language BCP 47, for example `tr`
/// @param timeZone IANA, for example `Europe/Istanbul`
/// @param stage `new` if absent
public record NewApplicant(
    String name,
    String email,
    @Nullable String phone,
    @Nullable String position,
    String language,
    String timeZone,
    @Nullable Stage stage) {}
