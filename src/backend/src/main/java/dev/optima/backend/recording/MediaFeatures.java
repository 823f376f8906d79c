package dev.optima.backend.recording;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import java.sql.SQLException;
import java.util.Set;

/// What the provider of a call offers beside picture and sound.
@FunctionalInterface
public interface MediaFeatures {
  /// Picture and sound can be kept.
  String RECORDING = "recording";

  /// What is said can be written down.
  String TRANSCRIPTION = "transcription";

  /// Of `lobby`, `recording` and `transcription` those that it offers.
  Set<String> of(Tx tx, CallId call) throws SQLException;
}
