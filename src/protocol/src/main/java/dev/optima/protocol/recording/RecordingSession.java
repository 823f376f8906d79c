package dev.optima.protocol.recording;

import dev.optima.protocol.message.CallRecording.State;
import dev.optima.protocol.recording.RecordingTrack.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with the recording of one call.
///
/// @param askedAgain whether somebody asked once more after a no
/// @param agreedAt when the applicant agreed; null while they have not, or took it back
public record RecordingSession(
    State state,
    boolean askedAgain,
    @Nullable Instant agreedAt,
    RecordingTrack file,
    RecordingTrack transcription,
    long version) {

  /// Of a call in which nobody asked.
  public static final RecordingSession NEW =
      new RecordingSession(State.OFF, false, null, RecordingTrack.SILENT, RecordingTrack.SILENT, 0);

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

  RecordingSession asked(boolean again) {
    return new RecordingSession(
        State.ASKED, askedAgain || again, null, file, transcription, version + 1);
  }

  RecordingSession agreed(Instant at) {
    return new RecordingSession(State.AGREED, askedAgain, at, file, transcription, version + 1);
  }

  RecordingSession refused() {
    return new RecordingSession(State.REFUSED, askedAgain, null, file, transcription, version + 1);
  }

  RecordingSession withdrawn() {
    return new RecordingSession(
        State.WITHDRAWN, askedAgain, null, file.astray(), transcription.astray(), version + 1);
  }

  /// With this track; between `agreed` and `recording` the tracks decide.
  RecordingSession with(RecordingMode mode, RecordingTrack track) {
    RecordingTrack nextFile = mode == RecordingMode.FILE ? track : file;
    RecordingTrack nextText = mode == RecordingMode.TRANSCRIPTION ? track : transcription;
    boolean on = nextFile.run() == Run.ON || nextText.run() == Run.ON;
    State next = hasConsent() ? (on ? State.RECORDING : State.AGREED) : state;
    return new RecordingSession(next, askedAgain, agreedAt, nextFile, nextText, version + 1);
  }
}
