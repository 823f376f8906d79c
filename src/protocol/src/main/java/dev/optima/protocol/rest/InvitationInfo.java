package dev.optima.protocol.rest;

import java.time.Instant;

/// `GET /api/invitations/{code}`: who invites whom. Does not use the link up.
///
/// @param organisation the name of the organisation (setting)
/// @param language the applicant's, BCP 47
public record InvitationInfo(
    String inviterName,
    String organisation,
    String applicantName,
    String language,
    Instant expiresAt) {}
