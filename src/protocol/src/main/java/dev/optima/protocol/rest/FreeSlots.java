package dev.optima.protocol.rest;

import java.time.Instant;
import java.util.List;

/// `GET /api/meetings/free`: when everybody has time, earliest first.
public record FreeSlots(List<Instant> slots) {}
