package dev.optima.protocol.recording;

import dev.optima.protocol.message.CallRecording.State;
import dev.optima.protocol.recording.RecordingTrack.Run;

/// How it stands with the recording of one call.
///
/// @param askedAgain whether somebody asked once more after a no
public record RecordingSession(
    State state,
    boolean askedAgain,
    RecordingTrack file,
    RecordingTrack transcription,
    long version) {

  /// Of a call in which nobody asked.
  public static final RecordingSession NEW =
      new RecordingSession(State.OFF, false, RecordingTrack.SILENT, RecordingTrack.SILENT, 0);

  public RecordingTrack track(RecordingMode mode) {
    return switch (mode) {
      case FILE -> file;
      case TRANSCRIPTION -> transcription;
    };
  }

  /// Whether the applicant's yes stands.
  public boolean hasConsent() {
    return state == State.AGREED || state == State.RECORDING;
  }

  /// Whether something runs that must not.
  public boolean mustStop() {
    return file.run() == Run.STRAY || transcription.run() == Run.STRAY;
  }

  private boolean isOn() {
    return file.run() == Run.ON || transcription.run() == Run.ON;
  }

  RecordingSession with(State next) {
    return new RecordingSession(next, askedAgain, file, transcription, version + 1);
  }

  RecordingSession askedAgainNow() {
    return new RecordingSession(State.ASKED, true, file, transcription, version + 1);
  }

  RecordingSession withdrawn() {
    return new RecordingSession(
        State.WITHDRAWN, askedAgain, file.astray(), transcription.astray(), version + 1);
  }

  /// With this track; between `agreed` and `recording` the tracks decide.
  RecordingSession with(RecordingMode mode, RecordingTrack track) {
    var next =
        new RecordingSession(
            state,
            askedAgain,
            mode == RecordingMode.FILE ? track : file,
            mode == RecordingMode.TRANSCRIPTION ? track : transcription,
            version + 1);
    if (!hasConsent()) {
      return next;
    }
    State settled = next.isOn() ? State.RECORDING : State.AGREED;
    return new RecordingSession(settled, askedAgain, next.file, next.transcription, next.version);
  }
}
