package dev.optima.protocol.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `POST /api/booking-links/{code}/hold` and `…/confirm`: the slot that starts at `start`.
///
/// @param timeZone with `confirm`: where the applicant is, IANA; becomes that of the profile
public record PickSlot(Instant start, @Nullable String timeZone) {}
