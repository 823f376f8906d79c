package dev.optima.backend.recording;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallRecording.State;
import dev.optima.protocol.recording.RecordingSession;
import dev.optima.protocol.rest.RecordingHistory;
import dev.optima.protocol.rest.RecordingHistory.Consent;
import dev.optima.protocol.rest.RecordingHistory.Recorded;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How it stands with the recording of a call, as people see it. Nothing is recorded any more once
/// the call is over, whether or not the media server said so.
final class RecordingSight {
  private final RecordingStore store;
  private final ConsentStore consents;
  private final TranscriptStore transcripts;

  RecordingSight(RecordingStore store, ConsentStore consents, TranscriptStore transcripts) {
    this.store = store;
    this.consents = consents;
    this.transcripts = transcripts;
  }

  CallRecording of(Tx tx, CallSession call) throws SQLException {
    CallId id = call.callId();
    RecordingSession session = store.find(tx, id);
    State state = state(session, call);
    Optional<Consent> consent = consents.last(tx, id).map(ConsentStore.Kept::consent);
    return new CallRecording(
        state,
        consent.map(Consent::askedBy).orElse(null),
        consent.map(Consent::askedAt).orElse(null),
        consent.map(RecordingSight::version).orElse(null),
        consent.flatMap(RecordingSight::lastWord).orElse(null),
        state == State.RECORDING ? since(store.recordings(tx, id)) : null,
        store.links(tx, id),
        session.version());
  }

  RecordingHistory history(Tx tx, CallSession call) throws SQLException {
    CallId id = call.callId();
    return new RecordingHistory(
        of(tx, call),
        consents.ofCall(tx, id).stream().map(ConsentStore.Kept::consent).toList(),
        store.recordings(tx, id).stream().map(stretch -> within(stretch, call)).toList(),
        consents.acts(tx, id),
        transcripts.count(tx, id));
  }

  private static State state(RecordingSession session, CallSession call) {
    boolean over = call.state().isTerminal();
    return over && session.state() == State.RECORDING ? State.AGREED : session.state();
  }

  private static String version(Consent consent) {
    return consent.textVersion() == null ? ConsentText.VERSION : consent.textVersion();
  }

  private static Optional<Instant> lastWord(Consent consent) {
    return Optional.ofNullable(consent.withdrawnAt())
        .or(() -> Optional.ofNullable(consent.answeredAt()));
  }

  private static @Nullable Instant since(List<Recorded> stretches) {
    return stretches.stream()
        .filter(stretch -> stretch.until() == null)
        .map(Recorded::since)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Recorded within(Recorded stretch, CallSession call) {
    return stretch.until() == null && call.endedAt() != null
        ? new Recorded(stretch.mode(), stretch.since(), call.endedAt())
        : stretch;
  }
}
