package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// `POST /api/meetings/{id}/cancel`; `DELETE /api/meetings/{id}` does the same with its parameters.
///
/// @param sendEmail whether the applicant is told by mail; as with the invitation if absent
/// @param version what the sender saw; not checked if absent
public record CancelMeeting(
    @Nullable String reason, @Nullable Boolean sendEmail, @Nullable Long version) {}
