package dev.optima.backend.audit;

import dev.optima.backend.store.Database;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What the audit log of a database says, for tests: each look tells what came since the last.
public final class Trail {
  private static final UserId READER = new UserId("reader");

  private final AuditHistory history;
  private int seen;

  public Trail(Database database) {
    history = new AuditHistory(database, InstantSource.system());
    since();
  }

  /// What came since the last look, oldest first.
  public List<Entry> since() {
    List<Entry> all = all();
    List<Entry> fresh = all.subList(seen, all.size());
    seen = all.size();
    return fresh;
  }

  /// The same, as acts.
  public List<AuditAct> acts() {
    return since().stream().map(Entry::act).toList();
  }

  /// Everything, oldest first.
  public List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    String before = null;
    do {
      var page = history.page(READER, AuditFilter.ALL, before, AuditHistory.MAX_PAGE);
      all.addAll(page.entries());
      before = page.next();
    } while (before != null);
    return all.reversed();
  }
}
