package dev.optima.protocol.recording;

import java.time.Instant;

/// What happens around the recording of a call.
public sealed interface RecordingEvent {

  /// The applicant is asked.
  ///
  /// @param byPerson false if the meeting was planned so
  record Ask(boolean byPerson) implements RecordingEvent {}

  /// The applicant agrees, refuses, or takes back what they gave.
  ///
  /// @param at when
  record Answer(boolean given, Instant at) implements RecordingEvent {}

  /// The media server has begun.
  ///
  /// @param at when, so that news out of order are known as such
  record Started(RecordingMode mode, Instant at) implements RecordingEvent {}

  /// The media server has stopped.
  record Stopped(RecordingMode mode, Instant at) implements RecordingEvent {}
}
