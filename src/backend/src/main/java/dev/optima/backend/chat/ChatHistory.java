package dev.optima.backend.chat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.MessageList;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was said: pages of it, what came or changed while somebody was away, and what they have not
/// read. All methods block.
public final class ChatHistory {
  /// The most entries in one answer.
  public static final int MAX_PAGE = 200;

  private final Database database;
  private final ChatStore entries;
  private final ReactionStore reactions;
  private final ReadMarkStore marks;

  ChatHistory(Database database, ChatStore entries, ReactionStore reactions, ReadMarkStore marks) {
    this.database = database;
    this.entries = entries;
    this.reactions = reactions;
    this.marks = marks;
  }

  /// The entries after, or the last ones before, a `seq`; the newest if neither is given.
  public MessageList messages(
      Identity who, RoomId room, @Nullable Long after, @Nullable Long before, int limit) {
    int most = most(limit);
    return page(
        who,
        room,
        tx ->
            reactions.with(
                tx,
                room,
                after != null
                    ? entries.after(tx, room, after, most)
                    : entries.before(tx, room, before == null ? Long.MAX_VALUE : before, most)));
  }

  /// The entries that were edited, taken back or reacted to after the change of this number: as
  /// they are now, in the order of their changes. The next page begins after the last of them.
  public MessageList changes(Identity who, RoomId room, long after, int limit) {
    int most = most(limit);
    return page(
        who,
        room,
        tx -> reactions.withChanged(tx, room, entries.changedAfter(tx, room, after, most)));
  }

  /// One entry, as it is now: what a reply refers to.
  public ChatEntry message(Identity who, RoomId room, MessageId id) {
    ChatRules.checkRoom(who, room);
    return database.read(
        tx -> {
          ChatEntry entry = entries.find(tx, room, id).orElseThrow(ChatRules::noMessage);
          return reactions.with(tx, room, List.of(entry)).getFirst();
        });
  }

  private MessageList page(Identity who, RoomId room, Page page) {
    ChatRules.checkRoom(who, room);
    return database.read(
        tx -> {
          long last = entries.lastSeq(tx, room).orElseThrow(ChatRules::noRoom);
          List<ChatEntry> shown = page.of(tx);
          ReadMarkStore.Marks others = marks.ofOtherSide(tx, room, who);
          return new MessageList(
              shown, last, others.readSeq(), others.deliveredSeq(), entries.lastChange(tx, room));
        });
  }

  /// What came after `seq`, a page of it; nothing if the room is not there for this person.
  public List<ChatEntry> missed(Identity who, RoomId room, long seq) {
    if (who.callId() != null || !who.maySee(room)) {
      return List.of();
    }
    return database.read(tx -> reactions.with(tx, room, entries.after(tx, room, seq, MAX_PAGE)));
  }

  /// How many messages somebody has not read, per room; rooms without any are left out.
  public Map<String, Long> unread(Identity who) {
    if (who.isTeam()) {
      return database.read(tx -> marks.unread(tx, who.userId()));
    }
    RoomId own = RoomId.of(who.userId());
    long count = database.<Long>read(tx -> marks.unread(tx, own, who.userId()));
    return count == 0 ? Map.of() : Map.of(own.value(), count);
  }

  private static int most(int limit) {
    return Math.clamp(limit, 1, MAX_PAGE);
  }

  /// Reads the entries of a page.
  @FunctionalInterface
  private interface Page {
    List<ChatEntry> of(Tx tx) throws SQLException;
  }
}
