package dev.optima.protocol.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of one mode.
///
/// @param at of when the last word of the media server was; null before the first
public record RecordingTrack(Run run, @Nullable Instant at) {

  /// Nothing was heard of it yet.
  public static final RecordingTrack SILENT = new RecordingTrack(Run.OFF, null);

  /// How it runs.
  public enum Run {
    OFF,
    /// With consent.
    ON,
    /// Without consent: it has to be stopped, and stays so until the media server says it has.
    STRAY
  }

  /// Whether something newer is known than what was said of `when`.
  boolean isPast(Instant when) {
    return at != null && when.isBefore(at);
  }

  /// Consent is gone: what runs has no right to.
  RecordingTrack astray() {
    return run == Run.ON ? new RecordingTrack(Run.STRAY, at) : this;
  }
}
