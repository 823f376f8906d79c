package dev.optima.backend.chat;

import dev.optima.backend.search.MessageIndex;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.MeetingNews;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Messages in the database. The `seq` of a room rises by one without gaps, because taking a number
/// locks the room's row until the transaction ends.
public final class ChatStore {
  private static final String TAKE_SEQ =
      "UPDATE rooms SET last_seq = last_seq + 1 WHERE id = ? RETURNING last_seq";
  private static final String GIVE_SEQ_BACK = "UPDATE rooms SET last_seq = ? WHERE id = ?";
  private static final String INSERT =
      "INSERT INTO messages (room_id, seq, id, sender_id, sender_name, kind, body, request_key,"
          + " reply_to, sent_at, call, attachments, meeting, search_id)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ";
  private static final String UNLESS_KNOWN =
      ") ON CONFLICT (room_id, sender_id, request_key) DO NOTHING"
          + " RETURNING coalesce(search_id, 0)";
  private static final String INSERT_EVENT = INSERT + "NULL" + UNLESS_KNOWN;
  private static final Map<Sql, String> INSERT_TEXT =
      Stream.of(Sql.values())
          .collect(Collectors.toMap(s -> s, s -> INSERT + MessageIndex.nextId(s) + UNLESS_KNOWN));
  private static final String BY_KEY =
      "SELECT "
          + EntryRow.COLUMNS
          + " FROM messages m WHERE room_id = ? AND sender_id = ? AND request_key = ?";
  private static final String BY_ID =
      "SELECT " + EntryRow.COLUMNS + " FROM messages m WHERE id = ? AND room_id = ?";
  static final String AFTER =
      "SELECT "
          + EntryRow.COLUMNS
          + " FROM messages m WHERE room_id = ? AND seq > ? ORDER BY seq LIMIT ?";
  static final String BEFORE =
      "SELECT "
          + EntryRow.COLUMNS
          + " FROM messages m WHERE room_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?";
  private static final String LAST =
      "SELECT "
          + EntryRow.COLUMNS
          + " FROM rooms r JOIN messages m ON m.room_id = r.id AND m.seq = r.last_seq"
          + " WHERE r.id IN ";
  private static final String LAST_OF_KIND =
      "SELECT max(sent_at) FROM messages WHERE room_id = ? AND kind = ? AND sent_at > ?";
  private static final String LAST_CHANGE = "SELECT last_change FROM rooms WHERE id = ?";
  private static final String TAKE_CHANGE =
      "UPDATE rooms SET last_change = last_change + 1 WHERE id = ? RETURNING last_change";
  private static final String MARK_CHANGED = "UPDATE messages SET change = ? WHERE id = ?";
  static final String CHANGES_AFTER =
      "SELECT "
          + EntryRow.COLUMNS
          + " FROM messages m WHERE room_id = ? AND change > ? ORDER BY change LIMIT ?";
  private static final String LAST_SEQ = "SELECT last_seq FROM rooms WHERE id = ?";
  private static final String TOUCH = "UPDATE applicants SET activity_at = ? WHERE id = ?";
  private static final String EDIT =
      "UPDATE messages SET body = ?, edited_at = ? WHERE id = ? AND deleted_at IS NULL";
  private static final String DELETE =
      "UPDATE messages SET body = '', attachments = NULL, deleted_at = ?"
          + " WHERE id = ? AND deleted_at IS NULL";

  private final Activity activity = new Activity(this);
  private final MessageIndex index = new MessageIndex();

  /// What a sender asks to be stored.
  record Draft(
      RoomId room,
      UserId sender,
      String senderName,
      ChatEntry.Kind kind,
      String key,
      String body,
      @Nullable MessageId replyTo) {}

  /// An entry, and whether it is new; if not, the same key was stored before.
  record Stored(ChatEntry entry, boolean fresh) {}

  /// Empty if there is no such room.
  Optional<Stored> insert(Tx tx, Draft draft, Instant now) throws SQLException {
    return insert(tx, draft, List.of(), now);
  }

  /// With files. Empty if there is no such room.
  Optional<Stored> insert(Tx tx, Draft draft, List<Attachment> files, Instant now)
      throws SQLException {
    Optional<Long> seq = tx.first(TAKE_SEQ, row -> row.number(1), draft.room);
    if (seq.isEmpty()) {
      return Optional.empty();
    }
    var entry =
        new ChatEntry(
            draft.room,
            new MessageId(Ids.next()),
            seq.get(),
            draft.sender,
            draft.senderName,
            draft.kind,
            draft.body,
            now,
            draft.key,
            draft.replyTo,
            null,
            null,
            null,
            null,
            files.isEmpty() ? null : files,
            null,
            null);
    if (insert(tx, entry, draft.key)) {
      activity.touch(tx, draft.room, now);
      return Optional.of(new Stored(entry, true));
    }
    tx.update(GIVE_SEQ_BACK, seq.get() - 1, draft.room);
    return tx.first(BY_KEY, EntryRow::read, draft.room, draft.sender, draft.key)
        .map(known -> new Stored(known, false));
  }

  /// Writes an event of a call into its room, in the transaction of that event. Empty if it is
  /// there already.
  ///
  /// @param kind that a call began, or that it came to its end
  public Optional<ChatEntry> insertCall(Tx tx, ChatEntry.Kind kind, CallSnapshot call, Instant now)
      throws SQLException {
    String key = kind.name().toLowerCase(Locale.ROOT) + ":" + call.callId();
    var sender = new Sender(call.callerId(), call.callerName());
    return insertEvent(tx, call.roomId(), sender, new Event(kind, key, call, null), now);
  }

  /// Who is said to be behind an event.
  public record Sender(UserId userId, String name) {}

  /// Writes what happened to a meeting into its room, in the transaction in which it happens. Empty
  /// if it is there already.
  ///
  /// @param key of this one happening
  public Optional<ChatEntry> insertMeeting(
      Tx tx, RoomId room, Sender sender, String key, MeetingNews news, Instant now)
      throws SQLException {
    var event = new Event(ChatEntry.Kind.MEETING, key, null, news);
    return insertEvent(tx, room, sender, event, now);
  }

  private record Event(
      ChatEntry.Kind kind,
      String key,
      @Nullable CallSnapshot call,
      @Nullable MeetingNews meeting) {}

  private Optional<ChatEntry> insertEvent(
      Tx tx, RoomId room, Sender sender, Event event, Instant now) throws SQLException {
    long seq = tx.first(TAKE_SEQ, row -> row.number(1), room).orElseThrow();
    var entry =
        new ChatEntry(
            room,
            new MessageId(Ids.next()),
            seq,
            sender.userId(),
            sender.name(),
            event.kind(),
            "",
            now,
            null,
            null,
            null,
            null,
            null,
            event.call(),
            null,
            event.meeting(),
            null);
    if (!insert(tx, entry, event.key())) {
      tx.update(GIVE_SEQ_BACK, seq - 1, room);
      return Optional.empty();
    }
    activity.touch(tx, room, now);
    return Optional.of(entry);
  }

  /// Stores an entry, and if it is a text makes it be found; false if the key is known.
  private boolean insert(Tx tx, ChatEntry entry, String key) throws SQLException {
    boolean text = entry.kind() == ChatEntry.Kind.TEXT;
    Optional<Long> searchId =
        tx.first(
            text ? INSERT_TEXT.getOrDefault(tx.sql(), "") : INSERT_EVENT,
            row -> row.number(1),
            entry.roomId(),
            entry.seq(),
            entry.messageId(),
            entry.senderId(),
            entry.senderName(),
            entry.kind(),
            entry.body(),
            key,
            entry.replyTo(),
            entry.sentAt(),
            entry.call() == null ? null : Json.write(entry.call()),
            entry.attachments() == null ? null : Json.write(entry.attachments()),
            entry.meeting() == null ? null : Json.write(entry.meeting()));
    if (text && searchId.isPresent()) {
      index.add(tx, searchId.get(), entry);
    }
    return searchId.isPresent();
  }

  /// The room's applicant moves up in the lists.
  void touch(Tx tx, RoomId room, Instant now) throws SQLException {
    tx.update(TOUCH, now, room.applicant());
  }

  Optional<ChatEntry> find(Tx tx, RoomId room, MessageId message) throws SQLException {
    return tx.first(BY_ID, EntryRow::read, message, room);
  }

  /// 0 if there is no such room too.
  public Optional<Long> lastSeq(Tx tx, RoomId room) throws SQLException {
    return tx.first(LAST_SEQ, row -> row.number(1), room);
  }

  /// When an entry of this kind was made last, if after `since`.
  Optional<Instant> lastOf(Tx tx, RoomId room, ChatEntry.Kind kind, Instant since)
      throws SQLException {
    return tx.list(
            LAST_OF_KIND, row -> Optional.ofNullable(row.instantOrNull(1)), room, kind, since)
        .getFirst();
  }

  /// The number of the newest change of the room, 0 if nothing was changed yet.
  long lastChange(Tx tx, RoomId room) throws SQLException {
    return tx.first(LAST_CHANGE, row -> row.number(1), room).orElse(0L);
  }

  /// A text that was edited or taken back is found by what it says now.
  void reindex(Tx tx, ChatEntry entry) throws SQLException {
    index.follow(tx, entry);
  }

  /// Gives a message that is being changed the next number of its room, and tells it.
  long changed(Tx tx, RoomId room, MessageId message) throws SQLException {
    long change = tx.first(TAKE_CHANGE, row -> row.number(1), room).orElseThrow();
    tx.update(MARK_CHANGED, change, message);
    return change;
  }

  /// Entries that were changed after `change`, as they are now, in the order of their changes.
  List<ChatEntry> changedAfter(Tx tx, RoomId room, long change, int limit) throws SQLException {
    return tx.list(CHANGES_AFTER, EntryRow::read, room, change, limit);
  }

  /// In the order of `seq`.
  List<ChatEntry> after(Tx tx, RoomId room, long seq, int limit) throws SQLException {
    return tx.list(AFTER, EntryRow::read, room, seq, limit);
  }

  /// In the order of `seq`: the last ones below the given one.
  List<ChatEntry> before(Tx tx, RoomId room, long seq, int limit) throws SQLException {
    return tx.list(BEFORE, EntryRow::read, room, seq, limit).reversed();
  }

  /// The newest entry of each of these rooms; an empty room has none.
  public Map<RoomId, ChatEntry> last(Tx tx, List<RoomId> rooms) throws SQLException {
    var newest = new HashMap<RoomId, ChatEntry>();
    if (!rooms.isEmpty()) {
      tx.list(LAST + Tx.places(rooms.size()), EntryRow::read, rooms.toArray())
          .forEach(entry -> newest.put(entry.roomId(), entry));
    }
    return newest;
  }

  boolean edit(Tx tx, MessageId message, String body, Instant now) throws SQLException {
    return tx.update(EDIT, body, now, message) > 0;
  }

  boolean delete(Tx tx, MessageId message, Instant now) throws SQLException {
    return tx.update(DELETE, now, message) > 0;
  }
}
