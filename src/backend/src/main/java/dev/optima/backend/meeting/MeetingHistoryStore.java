package dev.optima.backend.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.rest.MeetingHistory;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Who changed what of a meeting.
final class MeetingHistoryStore {
  private static final TypeReference<Map<String, String>> CHANGES = new TypeReference<>() {};

  /// What was different after an act.
  record Change(long version, String act, Map<String, String> changes) {}

  void add(Tx tx, MeetingId meeting, Change change, MeetingDeed deed) throws SQLException {
    tx.update(
        "INSERT INTO meeting_history (id, meeting_id, version, at, by_id, by_name, act, changes)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        Ids.next(),
        meeting,
        change.version(),
        deed.at(),
        deed.byId(),
        deed.byId() == null ? null : deed.byName(),
        change.act(),
        Json.write(change.changes()));
  }

  /// Oldest first.
  List<MeetingHistory.Entry> of(Tx tx, MeetingId meeting) throws SQLException {
    return tx.list(
        "SELECT at, by_id, by_name, act, version, changes FROM meeting_history"
            + " WHERE meeting_id = ? ORDER BY version, at, id",
        MeetingHistoryStore::read,
        meeting);
  }

  private static MeetingHistory.Entry read(Row row) throws SQLException {
    String by = row.textOrNull(2);
    try {
      return new MeetingHistory.Entry(
          row.instant(1),
          by == null ? null : new UserId(by),
          row.textOrNull(3),
          row.text(4),
          row.number(5),
          Json.MAPPER.readValue(row.text(6), CHANGES));
    } catch (JsonProcessingException e) {
      throw new SQLException("a stored change of a meeting cannot be read", e);
    }
  }
}
