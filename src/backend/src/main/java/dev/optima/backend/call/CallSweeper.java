package dev.optima.backend.call;

import dev.optima.backend.deadline.Deadlines;
import dev.optima.backend.store.Database;
import dev.optima.protocol.call.CallEvent;
import dev.optima.protocol.call.CallState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what nobody ends: fires deadlines, which are rows, so any node fires those of a node that
/// died. Several sweepers do no harm, since only one of them wins the compare-and-set.
public final class CallSweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallSweeper.class);
  private static final int BATCH = 100;

  private final Database database;
  private final CallStore calls;
  private final CallTransitions transitions;
  private final Deadlines deadlines;
  private final InstantSource clock;

  CallSweeper(CallKernel kernel) {
    database = kernel.database();
    calls = kernel.calls();
    transitions = kernel.transitions();
    deadlines = kernel.deadlines();
    clock = kernel.clock();
  }

  /// The rule of a start: a ring or a connection whose time has passed ends now; a call that was
  /// live gets one lease to show itself.
  public void recover() {
    List<StoredCall> live = database.read(calls::live);
    for (StoredCall call : live) {
      CallState state = call.session().state();
      boolean talking = state == CallState.ACTIVE || state == CallState.RECONNECTING;
      fire(call, talking ? new CallEvent.Restarted() : new CallEvent.Deadline());
    }
    if (!live.isEmpty()) {
      LOG.info("{} live calls were taken over", live.size());
    }
  }

  /// Starts the sweeping, after [#recover].
  public void start() {
    deadlines.start(this::sweep);
  }

  /// Fires what is due, and says when the next deadline is (or `Instant.MAX`).
  public Instant sweep() {
    Instant now = now();
    List<CallStore.Due> due;
    int fired;
    do {
      due = database.read(tx -> calls.due(tx, now, BATCH));
      fired = 0;
      for (CallStore.Due call : due) {
        fired += alone(call, now) ? 1 : 0;
      }
    } while (due.size() == BATCH && fired > 0);
    if (fired < due.size()) {
      return Instant.MAX; // what failed is due already: wait for the next look, do not spin
    }
    return database.read(calls::nextDeadline).orElse(Instant.MAX);
  }

  /// One call that fails holds up no other; its deadline stays and is tried again.
  private boolean alone(CallStore.Due call, Instant now) {
    try {
      fire(call, new CallEvent.Deadline(), now);
      return true;
    } catch (RuntimeException e) {
      LOG.warn("The deadline of call {} is tried again: {}", call.callId(), e.toString());
      return false;
    }
  }

  private void fire(StoredCall call, CallEvent event) {
    var due = new CallStore.Due(call.session().callId(), call.session().roomId());
    fire(due, event, now());
  }

  private void fire(CallStore.Due call, CallEvent event, Instant now) {
    database.write(
        call.roomId().value(),
        tx -> transitions.apply(tx, call.callId(), event, session -> {}, now, null));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Stops and waits until what is being fired is done.
  @Override
  public void close() {
    deadlines.close();
  }
}
