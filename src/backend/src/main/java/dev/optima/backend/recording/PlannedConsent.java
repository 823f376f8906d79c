package dev.optima.backend.recording;

import dev.optima.backend.recording.RecordingTransitions.Deed;
import dev.optima.backend.store.Database;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.recording.RecordingEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the applicant as soon as they are in the call of a meeting that was planned so. Looks at
/// each call once; a node that dies in between is made up for by the next sign of life, which any
/// node sees.
public final class PlannedConsent implements Consumer<CallSession> {
  private static final Logger LOG = LoggerFactory.getLogger(PlannedConsent.class);
  private static final int MOST_KNOWN = 20_000;

  private final RecordingKernel kernel;
  private final Set<CallId> seen = ConcurrentHashMap.newKeySet();

  PlannedConsent(RecordingKernel kernel) {
    this.kernel = kernel;
  }

  /// A call has changed. Returns at once.
  @Override
  public void accept(CallSession call) {
    MeetingId meeting = call.meetingId();
    if (meeting == null || call.state().isTerminal()) {
      seen.remove(call.callId());
      return;
    }
    boolean here = call.participant(call.applicantId()).filter(Participant::isPresent).isPresent();
    if (here && seen.size() < MOST_KNOWN && seen.add(call.callId())) {
      ask(call, meeting);
    }
  }

  private void ask(CallSession call, MeetingId meeting) {
    kernel
        .database()
        .<Boolean>submit(
            call.roomId().value(),
            tx -> {
              boolean wanted = kernel.store().isWanted(tx, meeting);
              Set<String> features = wanted ? kernel.features().of(tx, call.callId()) : Set.of();
              if (features.contains(MediaFeatures.RECORDING)
                  || features.contains(MediaFeatures.TRANSCRIPTION)) {
                var deed = new Deed(new RecordingEvent.Ask(false), null, null);
                var present = kernel.rooms().find(tx, call.callId());
                if (present.isPresent()) {
                  kernel.transitions().apply(tx, present.get(), deed, kernel.now());
                }
              }
              return wanted;
            },
            new Outcome(call.callId()));
  }

  private final class Outcome implements Database.Outcome<Boolean> {
    private final CallId call;

    Outcome(CallId call) {
      this.call = call;
    }

    @Override
    public void durable(Boolean result) {}

    @Override
    public void failed(RuntimeException cause) {
      seen.remove(call);
      LOG.warn("Call {}: the applicant is asked at the next chance: {}", call, cause.toString());
    }
  }
}
