package dev.optima.protocol.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/applicants?q&stage&archived&unread&after&limit`: newest activity first.
///
/// @param next to be given as `after` for the next page
public record Applicants(List<Applicant> applicants, @Nullable String next) {}
