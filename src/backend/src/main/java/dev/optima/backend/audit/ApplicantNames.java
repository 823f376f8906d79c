package dev.optima.backend.audit;

import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.rest.AuditAct;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the audit log says of applicants: names, addresses, titles, reasons. It goes as soon as
/// their calls and meetings do; that there was the act, who of the team did it and the ids stay. A
/// trigger lets nothing else be changed.
final class ApplicantNames {
  /// The acts that are about an applicant, or may be.
  static final Set<AuditAct> ACTS =
      EnumSet.of(
          AuditAct.APPLICANT_INVITED,
          AuditAct.CALL_ENDED,
          AuditAct.CALL_ENTERED,
          AuditAct.COLLEAGUE_INVITED,
          AuditAct.RECORDING_ASKED,
          AuditAct.RECORDING_STARTED,
          AuditAct.RECORDING_STOPPED,
          AuditAct.TRANSCRIPT_READ,
          AuditAct.CONFLICT_OVERRIDDEN,
          AuditAct.NO_SHOW_MARKED,
          AuditAct.NO_SHOW_UNDONE,
          AuditAct.BOOKING_OFFERED,
          AuditAct.BOOKING_REVOKED,
          AuditAct.MAIL_TESTED,
          AuditAct.MAIL_SENT_AGAIN,
          AuditAct.MAIL_DELETED);

  private static final String OLD =
      "SELECT id, actor, address FROM audit_log WHERE id < ?"
          + " AND (subject IS NOT NULL OR detail IS NOT NULL) AND act IN ("
          + ACTS.stream().map(act -> "'" + act.name() + "'").collect(Collectors.joining(", "))
          + ") LIMIT ?";
  private static final String FORGET =
      "UPDATE audit_log SET subject = NULL, detail = NULL, search = ? WHERE id = ?";

  private record Old(String id, String actor, @Nullable String address) {}

  /// Forgets them in so many entries at most of those from before; says in how many.
  int forget(Tx tx, Instant before, int most) throws SQLException {
    List<Old> old =
        tx.list(
            OLD,
            row -> new Old(row.text(1), row.text(2), row.textOrNull(3)),
            Ids.from(before),
            most);
    for (Old entry : old) {
      tx.update(FORGET, AuditLog.search(entry.actor(), entry.address()), entry.id());
    }
    return old.size();
  }
}
