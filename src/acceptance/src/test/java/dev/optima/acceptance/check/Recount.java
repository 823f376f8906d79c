package dev.optima.acceptance.check;

import dev.optima.acceptance.check.Truth.Place;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the rows themselves, with statements of its own: nothing of the backend takes part.
final class Recount {
  private static final String ENTRIES =
      "SELECT room_id, seq, id, sender_id, request_key, body, deleted_at, change FROM messages"
          + " ORDER BY room_id, seq";
  private static final String REACTIONS = "SELECT message_id, emoji, user_id FROM reactions";
  private static final String MARKS = "SELECT room_id, user_id, read_seq FROM read_marks";

  private Recount() {}

  /// @param people who may read which rooms
  static Truth of(Connection connection, Map<String, List<String>> people) throws SQLException {
    Map<String, List<Entry>> rooms = rooms(connection, reactions(connection));
    Map<Place, Long> read = read(connection);
    var unread = new HashMap<Place, Long>();
    people.forEach(
        (person, theirs) ->
            theirs.forEach(
                room -> {
                  var place = new Place(person, room);
                  long mark = read.getOrDefault(place, 0L);
                  long count =
                      rooms.getOrDefault(room, List.of()).stream()
                          .filter(e -> e.seq() > mark && !e.deleted())
                          .filter(e -> !e.senderId().equals(person))
                          .count();
                  if (count > 0) {
                    unread.put(place, count);
                  }
                }));
    return new Truth(rooms, read, unread);
  }

  private static Map<String, List<Entry>> rooms(
      Connection connection, Map<String, SortedMap<String, SortedSet<String>>> reactions)
      throws SQLException {
    var rooms = new TreeMap<String, List<Entry>>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ENTRIES)) {
      while (rows.next()) {
        String id = rows.getString(3);
        rows.getLong(7);
        boolean deleted = !rows.wasNull();
        rooms
            .computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
            .add(
                new Entry(
                    rows.getLong(2),
                    id,
                    rows.getString(4),
                    rows.getString(5),
                    rows.getString(6),
                    deleted,
                    rows.getLong(8),
                    reactions.getOrDefault(id, new TreeMap<>())));
      }
    }
    return rooms;
  }

  private static Map<String, SortedMap<String, SortedSet<String>>> reactions(Connection connection)
      throws SQLException {
    var reactions = new HashMap<String, SortedMap<String, SortedSet<String>>>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(REACTIONS)) {
      while (rows.next()) {
        reactions
            .computeIfAbsent(rows.getString(1), _ -> new TreeMap<>())
            .computeIfAbsent(rows.getString(2), _ -> new TreeSet<>())
            .add(rows.getString(3));
      }
    }
    return reactions;
  }

  private static Map<Place, Long> read(Connection connection) throws SQLException {
    var read = new HashMap<Place, Long>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(MARKS)) {
      while (rows.next()) {
        read.put(new Place(rows.getString(2), rows.getString(1)), rows.getLong(3));
      }
    }
    return read;
  }
}
