package dev.optima.backend.chat;

import dev.optima.backend.search.MessageIndex;
import dev.optima.backend.search.SearchQuery;
import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Finds messages by the words of the full-text index.
final class SearchStore {

  /// A cross join is carried out by SQLite in the order in which it is written: index first, which
  /// has the newest first, and stops when there are enough.
  static final String FOUND =
      "SELECT "
          + EntryRow.COLUMNS
          + ", s.rowid, a.id, a.name FROM message_search s CROSS JOIN messages m"
          + " CROSS JOIN rooms r CROSS JOIN applicants a WHERE %s AND s.rowid < ?"
          + " AND m.search_id = s.rowid AND r.id = m.room_id AND a.id = r.applicant_id"
          + " ORDER BY s.rowid DESC LIMIT ?";

  private static final String NOT_SEARCHABLE =
      "SELECT "
          + EntryRow.COLUMNS
          + " FROM messages m WHERE m.search_id IS NULL AND m.kind = 'TEXT'"
          + " AND m.deleted_at IS NULL ORDER BY m.sent_at, m.seq LIMIT ?";
  private static final String MAKE_SEARCHABLE =
      "UPDATE messages SET search_id = %s WHERE id = ? AND search_id IS NULL RETURNING search_id";

  private final MessageIndex index = new MessageIndex();

  /// A message that was found.
  ///
  /// @param searchId where it stands among the found ones: the newest has the highest
  record Found(ChatEntry entry, long searchId, UserId applicant, String applicantName) {}

  /// The newest first, below a `search_id`.
  List<Found> find(Tx tx, SearchQuery query, MessageIndex.Scope scope, long below, int limit)
      throws SQLException {
    Sql sql = tx.sql();
    return tx.list(
        FOUND.formatted(MessageIndex.condition(sql)),
        row ->
            new Found(
                EntryRow.read(row),
                row.number(EntryRow.WIDTH + 1),
                new UserId(row.text(EntryRow.WIDTH + 2)),
                row.text(EntryRow.WIDTH + 3)),
        MessageIndex.match(sql, query, scope),
        below,
        limit);
  }

  /// Adds messages to the index that are not in it, the oldest first.
  ///
  /// @return how many there were
  int catchUp(Tx tx, int most) throws SQLException {
    List<ChatEntry> entries = tx.list(NOT_SEARCHABLE, EntryRow::read, most);
    String sql = MAKE_SEARCHABLE.formatted(MessageIndex.nextId(tx.sql()));
    for (ChatEntry entry : entries) {
      Optional<Long> searchId = tx.first(sql, row -> row.number(1), entry.messageId());
      if (searchId.isPresent()) { // or another node was faster
        index.add(tx, searchId.get(), entry);
      }
    }
    return entries.size();
  }
}
