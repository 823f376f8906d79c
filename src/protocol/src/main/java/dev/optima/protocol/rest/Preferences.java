package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// `PATCH /api/sessions/current`: one's own language and time zone; what is absent stays.
public record Preferences(@Nullable String language, @Nullable String timeZone) {}
