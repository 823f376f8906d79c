package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// `POST /api/applicants/{id}/invitations`; the body may be left out.
///
/// @param sendEmail sends the link to the applicant's address too
public record NewInvitation(@Nullable Boolean sendEmail) {}
