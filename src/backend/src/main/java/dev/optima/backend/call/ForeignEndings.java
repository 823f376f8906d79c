package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.rest.AuditAct;
import java.sql.SQLException;
import java.time.InstantSource;

/// Notes that an administrator ended a call that was a colleague's.
final class ForeignEndings {
  private final AuditLog audit;

  ForeignEndings(InstantSource clock) {
    audit = new AuditLog(clock);
  }

  /// In the transaction in which somebody hung up.
  void note(Tx tx, Identity who, CallSession session) throws SQLException {
    boolean own = session.callerId().equals(who.userId());
    if (!who.isAdmin() || own || !session.state().isTerminal()) {
      return;
    }
    String applicant =
        session.participant(session.applicantId()).map(Participant::name).orElse(null);
    String owner = session.participant(session.callerId()).map(Participant::name).orElse(null);
    audit.note(tx, who, AuditAct.CALL_ENDED, session.callId().value(), applicant, owner);
  }
}
