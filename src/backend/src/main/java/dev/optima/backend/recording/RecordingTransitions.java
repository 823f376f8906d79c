package dev.optima.backend.recording;

import dev.optima.backend.account.Identity;
import dev.optima.backend.recording.ConsentStore.Actor;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.recording.RecordingDecision;
import dev.optima.protocol.recording.RecordingDecision.Transition;
import dev.optima.protocol.recording.RecordingEvent;
import dev.optima.protocol.recording.RecordingMachine;
import dev.optima.protocol.recording.RecordingMode;
import dev.optima.protocol.recording.RecordingSession;
import dev.optima.protocol.recording.RecordingTrack.Run;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.ConsentWording;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries a recording from one state to the next: compare-and-set on its version, what is kept of
/// it, and what everybody in the call is told after the commit.
final class RecordingTransitions {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingTransitions.class);

  /// The act that something began without consent.
  static final String STRAY = "stray";

  /// Each attempt loses only to a transition that somebody else made.
  private static final int ATTEMPTS = 50;

  private final RecordingStore store;
  private final ConsentStore consents;
  private final RecordingSight sight;
  private final RecordingAnnouncer announcer;
  private final RecordingAudit audit;
  private final List<RecordingWatch> watches = new CopyOnWriteArrayList<>();

  RecordingTransitions(
      RecordingStore store,
      ConsentStore consents,
      RecordingSight sight,
      RecordingAnnouncer announcer,
      RecordingAudit audit) {
    this.store = store;
    this.consents = consents;
    this.sight = sight;
    this.announcer = announcer;
    this.audit = audit;
  }

  void watch(RecordingWatch watch) {
    watches.add(watch);
  }

  /// What happens, and who does it.
  ///
  /// @param who null for the media server, or a meeting that was planned so
  /// @param wording which an answer is given to
  record Deed(RecordingEvent event, @Nullable Identity who, @Nullable ConsentWording wording) {
    @Nullable Actor by() {
      return who == null ? null : new Actor(who.userId(), who.name());
    }
  }

  /// What the machine said, stored if it was a transition.
  RecordingDecision apply(Tx tx, CallSession call, Deed deed, Instant now) throws SQLException {
    boolean live = !call.state().isTerminal();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      RecordingSession before = store.find(tx, call.callId());
      RecordingDecision decision = RecordingMachine.on(before, deed.event(), live);
      if (!(decision instanceof Transition(RecordingSession next))) {
        return decision;
      }
      if (store.put(tx, call.callId(), before, next)) {
        keep(tx, call, deed, before, next, now);
        tell(tx, call);
        if (before.state() != next.state()) {
          for (RecordingWatch watch : watches) {
            watch.changed(tx, call.callId());
          }
        }
        return decision;
      }
    }
    throw Refusal.unavailable("the recording changes too fast");
  }

  /// Everybody in the call learns how it stands, once this is durable.
  void tell(Tx tx, CallSession call) throws SQLException {
    CallRecording recording = sight.of(tx, call);
    tx.afterCommit(() -> announcer.tell(call, recording));
  }

  private void keep(
      Tx tx,
      CallSession call,
      Deed deed,
      RecordingSession before,
      RecordingSession next,
      Instant now)
      throws SQLException {
    CallId id = call.callId();
    switch (deed.event()) {
      case RecordingEvent.Ask _ -> {
        consents.ask(tx, id, call.applicantId(), deed.by(), now);
        consents.note(tx, id, "asked", now, deed.by(), null);
        audit.note(tx, deed.who(), AuditAct.RECORDING_ASKED, call, null);
      }
      case RecordingEvent.Answer(boolean given, _) -> answered(tx, call, deed, before, given, now);
      case RecordingEvent.Started(RecordingMode mode, Instant at) ->
          started(tx, call, next.track(mode).run(), mode, at, deed);
      case RecordingEvent.Stopped(RecordingMode mode, Instant at) -> {
        if (before.track(mode).run() != Run.OFF) {
          store.end(tx, id, mode, at);
          consents.note(tx, id, "stopped", at, deed.by(), name(mode));
          audit.note(tx, deed.who(), AuditAct.RECORDING_STOPPED, call, name(mode));
        }
      }
    }
  }

  private void answered(
      Tx tx, CallSession call, Deed deed, RecordingSession before, boolean given, Instant now)
      throws SQLException {
    CallId id = call.callId();
    if (before.hasConsent()) {
      consents.withdraw(tx, id, now);
      consents.note(tx, id, "withdrawn", now, deed.by(), null);
    } else {
      ConsentWording wording = deed.wording();
      if (wording == null) {
        throw new IllegalStateException("an answer to no words");
      }
      consents.answer(tx, id, wording, given, now);
      consents.note(tx, id, given ? "agreed" : "refused", now, deed.by(), null);
    }
  }

  private void started(Tx tx, CallSession call, Run run, RecordingMode mode, Instant at, Deed deed)
      throws SQLException {
    CallId id = call.callId();
    audit.note(tx, deed.who(), AuditAct.RECORDING_STARTED, call, name(mode));
    if (run == Run.ON) {
      String consent = consents.last(tx, id).orElseThrow().id();
      store.begin(tx, id, consent, mode, at);
      consents.note(tx, id, "started", at, deed.by(), name(mode));
    } else {
      LOG.warn("Call {}: a {} began without consent; it is told to stop", id, name(mode));
      consents.note(tx, id, STRAY, at, deed.by(), name(mode));
    }
  }

  static String name(RecordingMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
