package dev.optima.protocol.recording;

/// What a media server keeps of a call.
public enum RecordingMode {
  /// Picture and sound.
  FILE,
  /// What is said, as text.
  TRANSCRIPTION
}
