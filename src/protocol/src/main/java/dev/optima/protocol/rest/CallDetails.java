package dev.optima.protocol.rest;

import dev.optima.protocol.call.CallHappening;
import java.util.List;

/// `GET /api/video-calls/{callId}/details`: what is known of one call, for the team.
///
/// @param timeline in order of time
public record CallDetails(CallRow call, List<CallHappening> timeline) {
  public CallDetails {
    timeline = List.copyOf(timeline);
  }
}
