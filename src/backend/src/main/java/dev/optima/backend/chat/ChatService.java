package dev.optima.backend.chat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.attachment.MessageFiles;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.backend.store.Work;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ChatEntry.Reaction;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.message.ServerMessage.ChatAck;
import dev.optima.protocol.rest.NewMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people say in a room. A message is durable before it is acknowledged, and acknowledged
/// before it is delivered; its key makes a retry harmless. All methods but [#sendLater] block.
public final class ChatService {
  /// How long after a wish to be called no further one is taken.
  private static final Duration CALL_ME_PAUSE = Duration.ofMinutes(2);

  private final Database database;
  private final ChatStore entries;
  private final ReactionStore reactions = new ReactionStore();
  private final ReadMarkStore marks;
  private final ChatHistory history;
  private final ChatFeed feed;
  private final MessageFiles files;
  private final InstantSource clock;

  public ChatService(
      Database database,
      ChatStore entries,
      ReadMarkStore marks,
      ChatFeed feed,
      MessageFiles files,
      InstantSource clock) {
    this.database = database;
    this.entries = entries;
    this.marks = marks;
    this.history = new ChatHistory(database, entries, reactions, marks);
    this.feed = feed;
    this.files = files;
    this.clock = clock;
  }

  /// What was said.
  public ChatHistory history() {
    return history;
  }

  /// Says something, over REST.
  public ChatAck send(Identity who, RoomId room, NewMessage message) {
    return database.write(room.value(), sending(who, room, message, null));
  }

  /// Says something, over the socket `connection`; returns at once. The acknowledgement is told
  /// before anybody receives the message.
  public void sendLater(
      Identity who,
      ClientMessage.ChatSend message,
      String connection,
      Database.Outcome<ChatAck> outcome) {
    var said =
        new NewMessage(message.key(), message.body(), message.replyTo(), message.attachmentIds());
    RoomId room = message.roomId();
    database.submit(room.value(), sending(who, room, said, connection), outcome);
  }

  private Work<ChatAck> sending(
      Identity who, RoomId room, NewMessage message, @Nullable String connection) {
    List<AttachmentId> sent = MessageFiles.checked(message.attachmentIds());
    ChatRules.checkRoom(who, room);
    ChatRules.checkKey(message.key());
    ChatRules.checkBody(message.body(), !sent.isEmpty());
    Instant now = now();
    MessageId replyTo = message.replyTo();
    String key = message.key();
    var draft =
        new ChatStore.Draft(
            room, who.userId(), who.name(), ChatEntry.Kind.TEXT, key, message.body(), replyTo);
    return tx -> {
      if (replyTo != null && entries.find(tx, room, replyTo).isEmpty()) {
        throw Refusal.invalid("reply_to", "no such message in this room");
      }
      ChatStore.Stored stored =
          entries.insert(tx, draft, files.find(tx, sent), now).orElseThrow(ChatRules::noRoom);
      ChatEntry entry = stored.entry();
      if (stored.fresh()) {
        files.attach(tx, sent, entry.messageId(), room, who.userId());
        tx.afterCommit(() -> feed.entry(entry, connection));
      }
      return new ChatAck(room, key, entry.messageId(), entry.seq(), entry.sentAt());
    };
  }

  /// An applicant asks to be called. The same key is the same wish.
  public ChatAck callMe(Identity who, RoomId room, String key) {
    ChatRules.checkRoom(who, room);
    ChatRules.checkKey(key);
    if (!who.isApplicant()) {
      throw Refusal.forbidden("only applicants ask to be called");
    }
    Instant now = now();
    var draft =
        new ChatStore.Draft(room, who.userId(), who.name(), ChatEntry.Kind.CALL_ME, key, "", null);
    return database.write(
        room.value(),
        tx -> {
          Optional<Instant> before =
              entries.lastOf(tx, room, ChatEntry.Kind.CALL_ME, now.minus(CALL_ME_PAUSE));
          ChatStore.Stored stored = entries.insert(tx, draft, now).orElseThrow(ChatRules::noRoom);
          ChatEntry entry = stored.entry();
          if (stored.fresh()) {
            if (before.isPresent()) {
              throw Refusal.rateLimited(
                  "the team knows already",
                  Duration.between(now, before.get().plus(CALL_ME_PAUSE)));
            }
            tx.afterCommit(() -> feed.entry(entry, null));
          }
          return new ChatAck(room, key, entry.messageId(), entry.seq(), entry.sentAt());
        });
  }

  /// Has read up to `seq`: the others learn how far, the reader's own devices what is left.
  public void read(Identity who, RoomId room, long seq) {
    ChatRules.checkRoom(who, room);
    if (seq < 0) {
      throw Refusal.invalid("seq", "a seq is not negative");
    }
    database.<Boolean>write(
        room.value(),
        tx -> {
          long last = entries.lastSeq(tx, room).orElseThrow(ChatRules::noRoom);
          long upTo = Math.min(seq, last);
          boolean moved = marks.raise(tx, room, who.userId(), upTo, upTo);
          if (moved) {
            long unread = marks.unread(tx, room, who.userId());
            tx.afterCommit(() -> feed.read(room, who.userId(), upTo, unread));
          }
          return moved;
        });
  }

  /// Is writing; kept nowhere.
  public void typing(Identity who, RoomId room, @Nullable String connection) {
    ChatRules.checkRoom(who, room);
    feed.tell(room, new ServerMessage.ChatTyping(room, who.userId(), who.name()), connection);
  }

  /// Adds or takes back one's reaction, and says what there is now.
  public List<Reaction> react(
      Identity who, RoomId room, MessageId message, String emoji, boolean remove) {
    ChatRules.checkRoom(who, room);
    ChatRules.checkEmoji(emoji);
    return database.write(
        room.value(),
        tx -> {
          ChatEntry entry = entries.find(tx, room, message).orElseThrow(ChatRules::noMessage);
          if (entry.deletedAt() != null) {
            throw ChatRules.noMessage();
          }
          boolean changed =
              remove
                  ? reactions.remove(tx, message, who.userId(), emoji)
                  : reactions.add(tx, message, who.userId(), emoji, now());
          List<Reaction> present = reactions.of(tx, message);
          if (changed) {
            long change = entries.changed(tx, room, message);
            var told = new ServerMessage.ChatReaction(room, message, present, change);
            tx.afterCommit(() -> feed.tell(room, told, null));
          }
          return present;
        });
  }

  /// Changes what one said.
  public ChatEntry edit(Identity who, RoomId room, MessageId message, String body) {
    ChatRules.checkRoom(who, room);
    return change(
        who,
        room,
        message,
        (tx, entry, now) -> {
          ChatRules.checkBody(body, entry.attachments() != null);
          return entries.edit(tx, message, body, now);
        });
  }

  /// Takes back what one said: the entry stays, its text and its files are gone.
  public ChatEntry delete(Identity who, RoomId room, MessageId message) {
    ChatRules.checkRoom(who, room);
    return change(
        who,
        room,
        message,
        (tx, entry, now) -> {
          files.release(tx, message);
          return entries.delete(tx, message, now);
        });
  }

  private ChatEntry change(Identity who, RoomId room, MessageId message, Change change) {
    return database.write(
        room.value(),
        tx -> {
          ChatEntry entry = entries.find(tx, room, message).orElseThrow(ChatRules::noMessage);
          if (!entry.senderId().equals(who.userId()) || entry.kind() != ChatEntry.Kind.TEXT) {
            throw Refusal.forbidden("only the author may change a message");
          }
          if (!change.apply(tx, entry, now())) {
            throw Refusal.of(ErrorCode.STALE, "the message was taken back");
          }
          entries.changed(tx, room, message);
          ChatEntry changed =
              entries
                  .find(tx, room, message)
                  .orElseThrow()
                  .withReactions(reactions.of(tx, message));
          entries.reindex(tx, changed);
          tx.afterCommit(() -> feed.entry(changed, null));
          return changed;
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// A change of an entry; false if it was taken back.
  @FunctionalInterface
  private interface Change {
    boolean apply(Tx tx, ChatEntry entry, Instant now) throws SQLException;
  }
}
