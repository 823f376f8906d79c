package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// `POST /api/applicants/{id}/invitations`; the body may be left out.
///
/// @param sendEmail sends the link to the applicant's address too
/// @param key of the one who invites: asked again with it, the answer is the same and no second
///   mail is sent
public record NewInvitation(@Nullable Boolean sendEmail, @Nullable String key) {}
