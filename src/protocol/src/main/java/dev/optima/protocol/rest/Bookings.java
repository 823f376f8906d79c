package dev.optima.protocol.rest;

import java.util.List;

/// `GET /api/bookings?applicant_id`, newest first.
public record Bookings(List<Booking> bookings) {}
