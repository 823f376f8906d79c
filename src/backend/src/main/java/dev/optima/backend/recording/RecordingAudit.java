package dev.optima.backend.recording;

import dev.optima.backend.account.Identity;
import dev.optima.backend.audit.Actor;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.rest.AuditAct;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What the audit log says of recordings: that there was one, never what is in it.
final class RecordingAudit {
  private final AuditLog log;

  RecordingAudit(AuditLog log) {
    this.log = log;
  }

  private static Actor actor(@Nullable Identity who) {
    if (who == null) {
      return Actor.backend();
    }
    return who.isTeam() ? who : Actor.applicant();
  }

  /// @param who null for the media server, or a meeting that was planned so
  /// @param detail file or transcription
  void note(Tx tx, @Nullable Identity who, AuditAct act, CallSession call, @Nullable String detail)
      throws SQLException {
    String applicant = call.participant(call.applicantId()).map(Participant::name).orElse(null);
    log.note(tx, actor(who), act, call.callId().value(), applicant, detail);
  }
}
