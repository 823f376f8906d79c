package dev.optima.backend.booking;

import dev.optima.protocol.rest.BookingRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which times a link offers: some that were chosen, or all that fit a rule. One of the two is
/// null.
///
/// @param slots starts, earliest first
record Offer(@Nullable List<Instant> slots, @Nullable BookingRule rule) {}
