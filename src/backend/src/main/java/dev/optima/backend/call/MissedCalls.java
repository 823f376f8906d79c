package dev.optima.backend.call;

import dev.optima.backend.mail.Outbox;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Participant;
import java.sql.SQLException;
import java.time.Instant;

/// Writes to an applicant who missed a call because they were not here: nothing rang, or it rang on
/// closed pages only and nobody came. A call that its caller took back is no missed one.
final class MissedCalls {
  private final Outbox outbox;
  private final CallAnnouncer announcer;

  MissedCalls(Outbox outbox, CallAnnouncer announcer) {
    this.outbox = outbox;
    this.announcer = announcer;
  }

  /// Inside the transaction in which the call came to its end.
  void note(Tx tx, StoredCall call, Instant now) throws SQLException {
    CallSession session = call.session();
    if (session.state() == CallState.MISSED && wereAway(call)) {
      String caller = session.participant(session.callerId()).map(Participant::name).orElse("");
      outbox.missedCall(
          tx, session.applicantId(), session.callerId(), caller, session.createdAt(), now);
    }
  }

  private boolean wereAway(StoredCall call) {
    return call.session().outcome() == CallOutcome.OFFLINE
        || (call.pushDevices() > 0 && !announcer.isOnline(call.session().applicantId()));
  }
}
