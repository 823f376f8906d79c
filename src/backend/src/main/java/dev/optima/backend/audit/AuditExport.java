package dev.optima.backend.audit;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AuditEntries;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All entries that fit, newest first, a part at a time: what is being written out needs not be
/// kept.
public final class AuditExport {
  private final AuditHistory history;
  private final UserId reader;
  private final AuditFilter filter;
  private final int most;
  private @Nullable String before;
  private int given;

  /// @param before the entry of this export itself: it begins behind
  /// @param most how many at most
  AuditExport(AuditHistory history, UserId reader, AuditFilter filter, String before, int most) {
    this.history = history;
    this.reader = reader;
    this.filter = filter;
    this.before = before;
    this.most = most;
  }

  /// The next ones; empty at the end.
  public Optional<List<Entry>> next() {
    if (before == null || given >= most) {
      return Optional.empty();
    }
    AuditEntries page =
        history.page(reader, filter, before, Math.min(AuditHistory.MAX_PAGE, most - given));
    before = page.next();
    given += page.entries().size();
    return Optional.of(page.entries());
  }

  /// Whether there are more than may be given out; known at the end.
  public boolean isCut() {
    return before != null;
  }
}
