package dev.optima.protocol.rest;

import dev.optima.protocol.message.LiveCall;
import java.time.Instant;
import java.util.List;

/// `GET /api/video-calls/live`: every call of the team that is not over, oldest first.
public record LiveCalls(Instant serverTime, List<LiveCall> calls) {
  public LiveCalls {
    calls = List.copyOf(calls);
  }
}
