package dev.optima.protocol.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The link with which a recruiter's own calendar program subscribes to their interviews.
///
/// @param url only in the answer to its creation, since the secret is stored hashed
public record CalendarFeed(@Nullable String url, Instant createdAt, @Nullable Instant lastReadAt) {}
