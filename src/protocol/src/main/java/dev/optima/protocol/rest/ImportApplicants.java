package dev.optima.protocol.rest;

/// `POST /api/applicants/import`.
///
/// @param csv with a header line; the columns are told by their names, English or Turkish
/// @param dryRun only says what would happen
/// @param language for rows without one, BCP 47
/// @param timeZone for rows without one, IANA
public record ImportApplicants(String csv, boolean dryRun, String language, String timeZone) {}
