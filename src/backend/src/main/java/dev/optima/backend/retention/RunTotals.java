package dev.optima.backend.retention;

import dev.optima.backend.audit.Actor;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.store.Settings;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.rest.AuditAct;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// How much a run has deleted so far, counted in the transactions that delete it: of a run that was
/// killed the next one tells too.
final class RunTotals {
  private static final String NAME = "retention.deleted";

  private final AuditLog audit;

  RunTotals(AuditLog audit) {
    this.audit = audit;
  }

  void add(Tx tx, int calls, int meetings, Instant now) throws SQLException {
    if (calls + meetings == 0) {
      return;
    }
    long[] sum = read(tx).orElseGet(() -> new long[2]);
    Settings.put(tx, NAME, (sum[0] + calls) + " " + (sum[1] + meetings), now);
  }

  /// Notes it in the audit log, if there is anything to tell; says what.
  Optional<String> tell(Tx tx) throws SQLException {
    Optional<String> told = read(tx).map(sum -> "calls " + sum[0] + ", meetings " + sum[1]);
    if (told.isPresent()) {
      audit.note(tx, Actor.backend(), AuditAct.DATA_EXPIRED, null, null, told.get());
      Settings.remove(tx, NAME);
    }
    return told;
  }

  private static Optional<long[]> read(Tx tx) throws SQLException {
    return Settings.get(tx, NAME)
        .map(text -> text.split(" ", 2))
        .map(parts -> new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])});
  }
}
