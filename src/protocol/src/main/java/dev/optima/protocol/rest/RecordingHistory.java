package dev.optima.protocol.rest;

import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.recording.RecordingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/video-calls/{callId}/recording/history`: what is kept of the recording of a call, for
/// the team.
///
/// @param consents each time the applicant was asked, in order
/// @param recordings what was recorded, in order
/// @param acts what happened, in order
/// @param lines how many lines the transcript has
public record RecordingHistory(
    CallRecording recording,
    List<Consent> consents,
    List<Recorded> recordings,
    List<Act> acts,
    long lines) {
  public RecordingHistory {
    consents = List.copyOf(consents);
    recordings = List.copyOf(recordings);
    acts = List.copyOf(acts);
  }

  /// One question and its answer.
  ///
  /// @param askedBy null if the meeting was planned so
  /// @param text in full, as they saw it; with version and language absent until there is an answer
  public record Consent(
      @Nullable String askedBy,
      Instant askedAt,
      @Nullable String textVersion,
      @Nullable String language,
      @Nullable String text,
      @Nullable Boolean given,
      @Nullable Instant answeredAt,
      @Nullable Instant withdrawnAt) {}

  /// One stretch.
  ///
  /// @param until absent while it runs
  public record Recorded(RecordingMode mode, Instant since, @Nullable Instant until) {}

  /// One thing that happened: `asked`, `agreed`, `refused`, `withdrawn`, `started`, `stopped`,
  /// `stray` (it ran without consent and was told to stop), `failed`, `link`, `refused_link`,
  /// `transcript`, `transcript_failed`.
  ///
  /// @param by absent if the media server said so
  /// @param detail more about it, for experts: a mode, an error's name
  public record Act(String act, Instant at, @Nullable String by, @Nullable String detail) {}
}
