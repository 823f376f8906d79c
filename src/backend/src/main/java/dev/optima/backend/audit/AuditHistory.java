package dev.optima.backend.audit;

import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The audit log as administrators read it; that nobody else asks is seen to by its caller.
public final class AuditHistory {
  /// The most entries in one answer.
  public static final int MAX_PAGE = 200;

  private final Database database;
  private final AuditLog log;
  private final AuditStore store = new AuditStore();
  private final ApplicantNames names = new ApplicantNames();

  public AuditHistory(Database database, InstantSource clock) {
    this.database = database;
    this.log = new AuditLog(clock);
  }

  /// A page, newest first.
  ///
  /// @param who reads it
  /// @param before the `next` of the page before
  public AuditEntries page(UserId who, AuditFilter filter, @Nullable String before, int limit) {
    int most = Math.clamp(limit, 1, MAX_PAGE);
    List<Entry> found = database.readLong(who, tx -> store.list(tx, filter, before, most + 1));
    boolean more = found.size() > most;
    List<Entry> shown = more ? found.subList(0, most) : found;
    return new AuditEntries(shown, more ? shown.getLast().id() : null);
  }

  /// All that fit, newest first, some at a time. That it was taken is noted before: an export that
  /// breaks off was one all the same, and it is not in itself.
  ///
  /// @param who takes it: a person
  /// @param most how many at most
  public AuditExport export(Actor who, AuditFilter filter, int most) {
    UserId reader = Objects.requireNonNull(who.userId(), "who takes the audit log is a person");
    String own =
        database.<String>write(tx -> log.note(tx, who, AuditAct.AUDIT_EXPORTED, null, null, null));
    return new AuditExport(this, reader, filter, own, most);
  }

  /// Forgets what so many entries at most of those from before say of applicants; says of how many.
  public int forgetNames(Tx tx, Instant before, int most) throws SQLException {
    return names.forget(tx, before, most);
  }

  /// Forgets so many at most of those from before, the oldest first; says how many.
  public int forget(Tx tx, Instant before, int most) throws SQLException {
    return store.forget(tx, before, most);
  }
}
