package dev.optima.backend.chat;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ChatEntry.Reaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reactions in the database: an emoji of a person to a message, once.
final class ReactionStore {
  private static final String ADD =
      "INSERT INTO reactions (message_id, user_id, emoji, reacted_at) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (message_id, user_id, emoji) DO NOTHING";
  private static final String REMOVE =
      "DELETE FROM reactions WHERE message_id = ? AND user_id = ? AND emoji = ?";
  private static final String OF =
      "SELECT emoji, user_id FROM reactions WHERE message_id = ? ORDER BY reacted_at, user_id";
  private static final String OF_ROOM =
      "SELECT r.message_id, r.emoji, r.user_id FROM messages m"
          + " JOIN reactions r ON r.message_id = m.id WHERE m.room_id = ?";
  private static final String OLDEST_FIRST = " ORDER BY r.reacted_at, r.user_id";
  static final String SAID = OF_ROOM + " AND m.seq BETWEEN ? AND ?" + OLDEST_FIRST;
  static final String CHANGED = OF_ROOM + " AND m.change BETWEEN ? AND ?" + OLDEST_FIRST;

  boolean add(Tx tx, MessageId message, UserId user, String emoji, Instant now)
      throws SQLException {
    return tx.update(ADD, message, user, emoji, now) > 0;
  }

  boolean remove(Tx tx, MessageId message, UserId user, String emoji) throws SQLException {
    return tx.update(REMOVE, message, user, emoji) > 0;
  }

  List<Reaction> of(Tx tx, MessageId message) throws SQLException {
    var byEmoji = new LinkedHashMap<String, List<UserId>>();
    tx.list(OF, row -> Map.entry(row.text(1), new UserId(row.text(2))), message)
        .forEach(
            e -> byEmoji.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return reactions(byEmoji);
  }

  /// The same entries (of one room, in the order of `seq`) with their reactions.
  List<ChatEntry> with(Tx tx, RoomId room, List<ChatEntry> entries) throws SQLException {
    return entries.isEmpty()
        ? entries
        : with(tx, entries, SAID, room, entries.getFirst().seq(), entries.getLast().seq());
  }

  /// The same entries (of one room, in the order of their changes) with their reactions.
  List<ChatEntry> withChanged(Tx tx, RoomId room, List<ChatEntry> entries) throws SQLException {
    return entries.isEmpty()
        ? entries
        : with(tx, entries, CHANGED, room, entries.getFirst().change(), entries.getLast().change());
  }

  private static List<ChatEntry> with(
      Tx tx, List<ChatEntry> entries, String sql, @Nullable Object... range) throws SQLException {
    var byMessage = new HashMap<String, Map<String, List<UserId>>>();
    tx.list(sql, row -> List.of(row.text(1), row.text(2), row.text(3)), range)
        .forEach(
            r ->
                byMessage
                    .computeIfAbsent(r.get(0), k -> new LinkedHashMap<>())
                    .computeIfAbsent(r.get(1), k -> new ArrayList<>())
                    .add(new UserId(r.get(2))));
    if (byMessage.isEmpty()) {
      return entries;
    }
    return entries.stream()
        .map(
            e -> {
              Map<String, List<UserId>> own = byMessage.get(e.messageId().value());
              return own == null ? e : e.withReactions(reactions(own));
            })
        .toList();
  }

  private static List<Reaction> reactions(Map<String, List<UserId>> byEmoji) {
    return byEmoji.entrySet().stream()
        .map(e -> new Reaction(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }
}
