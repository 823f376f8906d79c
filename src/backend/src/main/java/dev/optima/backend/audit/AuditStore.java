package dev.optima.backend.audit;

import dev.optima.backend.search.SearchText;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Reads the audit log. A period is a stretch of ids, since they rise with the time.
final class AuditStore {
  private static final String SELECT =
      "SELECT id, at, actor_id, actor, act, subject_id, subject, detail, address FROM audit_log";
  private static final String FORGET =
      "DELETE FROM audit_log WHERE id IN (SELECT id FROM audit_log WHERE id < ? ORDER BY id LIMIT ?)";

  /// Newest first.
  ///
  /// @param before the id with which the page before ended; null for the first page
  List<Entry> list(Tx tx, AuditFilter filter, @Nullable String before, int limit)
      throws SQLException {
    var where = new StringJoiner(" AND ", " WHERE ", "").setEmptyValue("");
    List<Object> values = new ArrayList<>();
    and(where, values, "actor_id = ?", filter.actor());
    and(where, values, "act = ?", filter.act());
    and(where, values, "id >= ?", filter.from() == null ? null : Ids.from(filter.from()));
    and(where, values, "id < ?", filter.to() == null ? null : Ids.from(filter.to()));
    and(where, values, "id < ?", before);
    and(
        where,
        values,
        "search LIKE ? ESCAPE '\\'",
        filter.q() == null ? null : SearchText.pattern(filter.q()));
    values.add(limit);
    return tx.list(
        SELECT + where + " ORDER BY id DESC LIMIT ?", AuditStore::entry, values.toArray());
  }

  /// Deletes so many at most of those that are older, the oldest first; says how many.
  int forget(Tx tx, Instant before, int most) throws SQLException {
    return tx.update(FORGET, Ids.from(before), most);
  }

  private static void and(
      StringJoiner where, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      where.add(condition);
      values.add(value);
    }
  }

  private static Entry entry(Row row) throws SQLException {
    String actor = row.textOrNull(3);
    return new Entry(
        row.text(1),
        row.instant(2),
        actor == null ? null : new UserId(actor),
        row.text(4),
        AuditAct.valueOf(row.text(5)),
        row.textOrNull(6),
        row.textOrNull(7),
        row.textOrNull(8),
        row.textOrNull(9));
  }
}
