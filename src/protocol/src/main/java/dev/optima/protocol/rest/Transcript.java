package dev.optima.protocol.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET` and `POST /api/video-calls/{callId}/transcript`: what was said, in order.
public record Transcript(List<Line> lines) {
  public Transcript {
    lines = List.copyOf(lines);
  }

  /// One thing that somebody said.
  ///
  /// @param id of the media server; the same id is the same line
  /// @param speakerId of the account or applicant, if the media server knows it
  /// @param language BCP 47
  public record Line(
      String id,
      @Nullable String speakerId,
      String speaker,
      String text,
      @Nullable String language,
      Instant at) {}
}
