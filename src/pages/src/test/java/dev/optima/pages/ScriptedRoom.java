package dev.optima.pages;

import dev.optima.pages.ScriptedBackend.Answer;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ChatEntry.Reaction;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.MessageList;
import dev.optima.protocol.rest.Room;
import dev.optima.protocol.rest.SearchHits;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The room of the applicant in the scripted backend: what is said in it and what becomes of it.
final class ScriptedRoom {

  private static final String PATH = "/api/rooms/" + Story.ROOM.value();
  private static final String MESSAGES = PATH + "/messages";

  final List<ChatEntry> entries = new CopyOnWriteArrayList<>();
  final ScriptedFiles files = new ScriptedFiles(PATH);
  long delivered;
  long read;

  /// Up to where the applicant has read, as the page is told when it opens.
  long ownRead;

  /// Answers for the next wishes to be called; null takes them.
  @Nullable ErrorCode callMeRefusal;

  private final UserId me;
  private long lastChange;

  ScriptedRoom(UserId me) {
    this.me = me;
  }

  /// The answer to a request about the room; nothing if it is not about it.
  Optional<Answer> answer(Asked asked) {
    String path = URI.create(asked.url()).getPath();
    if (!asked.method().equals("GET")) {
      return files.answer(asked, path);
    }
    if (path.equals(PATH)) {
      return Optional.of(new Answer(200, room()));
    }
    if (path.equals(MESSAGES)) {
      return Optional.of(new Answer(200, messages(query(asked.url()))));
    }
    if (path.startsWith(MESSAGES + "/")) {
      return Optional.of(
          find(path.substring(MESSAGES.length() + 1))
              .map(entry -> new Answer(200, entry))
              .orElseGet(() -> new Answer(404, Map.of("code", "not_found"))));
    }
    if (path.equals("/api/search")) {
      return Optional.of(new Answer(200, found(query(asked.url()))));
    }
    return files.answer(asked, path);
  }

  private Room room() {
    long unread = entries.stream().filter(e -> e.seq() > ownRead && counts(e)).count();
    return new Room(Story.ROOM, me, "John Doe", last(), ownRead, unread, true);
  }

  private boolean counts(ChatEntry entry) {
    return !entry.senderId().equals(me)
        && entry.deletedAt() == null
        && Set.of(ChatEntry.Kind.TEXT, ChatEntry.Kind.CALL_ME).contains(entry.kind());
  }

  private long last() {
    return entries.isEmpty() ? 0 : entries.getLast().seq();
  }

  private MessageList messages(Map<String, String> query) {
    long limit = Long.parseLong(query.getOrDefault("limit", "50"));
    String changes = query.get("changes_after");
    if (changes != null) {
      long after = Long.parseLong(changes);
      return list(
          entries.stream()
              .filter(e -> change(e) > after)
              .sorted(Comparator.comparingLong(ScriptedRoom::change))
              .limit(limit)
              .toList());
    }
    long before = Long.parseLong(query.getOrDefault("before", String.valueOf(Long.MAX_VALUE)));
    long after = Long.parseLong(query.getOrDefault("after", "0"));
    List<ChatEntry> known =
        entries.stream().filter(e -> e.seq() > after && e.seq() < before).toList();
    int from = query.containsKey("after") ? 0 : (int) Math.max(0, known.size() - limit);
    return list(known.subList(from, (int) Math.min(known.size(), from + limit)));
  }

  private MessageList list(List<ChatEntry> some) {
    return new MessageList(some, last(), read, delivered, lastChange);
  }

  private static long change(ChatEntry entry) {
    return Optional.ofNullable(entry.change()).orElse(0L);
  }

  private SearchHits found(Map<String, String> query) {
    String words = query.getOrDefault("q", "").toLowerCase(Locale.ROOT);
    var hits = new ArrayList<SearchHits.Hit>();
    for (ChatEntry entry : entries.reversed()) {
      int at = entry.body().toLowerCase(Locale.ROOT).indexOf(words);
      if (at >= 0 && entry.deletedAt() == null) {
        var mark = new SearchHits.Mark(at, at + words.length());
        hits.add(new SearchHits.Hit(entry, me, "John Doe", entry.body(), List.of(mark)));
      }
    }
    long limit = Long.parseLong(query.getOrDefault("limit", "20"));
    return new SearchHits(hits.stream().limit(limit).toList(), null);
  }

  private static Map<String, String> query(String url) {
    var query = new HashMap<String, String>();
    for (String part : Optional.ofNullable(URI.create(url).getRawQuery()).orElse("").split("&")) {
      String[] pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[pair.length - 1], StandardCharsets.UTF_8));
    }
    return query;
  }

  /// What is said back to what the page said about the room.
  List<ServerMessage> hear(ClientMessage message) {
    return switch (message) {
      case ClientMessage.ChatSend said -> store(said);
      case ClientMessage.CallMe wish -> store(wish);
      case ClientMessage.ChatEdit edit ->
          change(edit.messageId(), e -> Story.edited(e, edit.body()));
      case ClientMessage.ChatDelete delete -> change(delete.messageId(), Story::deleted);
      case ClientMessage.ChatReact react -> react(react);
      default -> List.of();
    };
  }

  private List<ServerMessage> store(ClientMessage.ChatSend said) {
    return stored(said.key(), Story.said(next(), me, said, files.of(said.attachmentIds())));
  }

  private List<ServerMessage> store(ClientMessage.CallMe wish) {
    if (callMeRefusal != null) {
      return List.of(
          new ServerMessage.Failure(
              callMeRefusal, "no", wish.key(), null, null, null, null, null, null, 90L));
    }
    return stored(wish.key(), Story.wish(next(), wish.key()));
  }

  private long next() {
    return last() + 1;
  }

  private List<ServerMessage> stored(String key, ChatEntry fresh) {
    ChatEntry entry =
        entries.stream().filter(known -> key.equals(known.key())).findFirst().orElse(fresh);
    if (entry == fresh) {
      entries.add(fresh);
    }
    return List.of(
        new ServerMessage.ChatAck(Story.ROOM, key, entry.messageId(), entry.seq(), entry.sentAt()),
        new ServerMessage.ChatMessage(entry));
  }

  private List<ServerMessage> change(MessageId id, UnaryOperator<ChatEntry> how) {
    ChatEntry entry = find(id.value()).orElse(null);
    if (entry == null || entry.deletedAt() != null) {
      return List.of(ServerMessage.Failure.of(ErrorCode.STALE, "taken back", null));
    }
    return List.of(new ServerMessage.ChatMessage(changed(entry.seq(), how)));
  }

  /// Somebody changes an entry; nobody is told.
  ChatEntry changed(long seq, UnaryOperator<ChatEntry> how) {
    int at = (int) seq - 1;
    lastChange++;
    ChatEntry changed = Story.numbered(how.apply(entries.get(at)), lastChange);
    entries.set(at, changed);
    return changed;
  }

  private List<ServerMessage> react(ClientMessage.ChatReact react) {
    ChatEntry entry = find(react.messageId().value()).orElseThrow();
    boolean remove = Boolean.TRUE.equals(react.remove());
    return List.of(reacted(entry.seq(), me, react.emoji(), remove));
  }

  /// Somebody gives or takes back a reaction; says what everybody is told of it.
  ServerMessage.ChatReaction reacted(long seq, UserId who, String emoji, boolean remove) {
    ChatEntry entry =
        changed(seq, e -> e.withReactions(reactions(e.reactions(), who, emoji, remove)));
    List<Reaction> now = Optional.ofNullable(entry.reactions()).orElse(List.of());
    return new ServerMessage.ChatReaction(Story.ROOM, entry.messageId(), now, lastChange);
  }

  private static List<Reaction> reactions(
      @Nullable List<Reaction> before, UserId who, String emoji, boolean remove) {
    var by = new java.util.LinkedHashMap<String, List<UserId>>();
    Optional.ofNullable(before)
        .orElse(List.of())
        .forEach(one -> by.put(one.emoji(), new ArrayList<>(one.by())));
    List<UserId> givers = by.computeIfAbsent(emoji, none -> new ArrayList<>());
    givers.remove(who);
    if (!remove) {
      givers.add(who);
    }
    return by.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(one -> new Reaction(one.getKey(), List.copyOf(one.getValue())))
        .toList();
  }

  private Optional<ChatEntry> find(String id) {
    return entries.stream().filter(e -> e.messageId().value().equals(id)).findFirst();
  }
}
