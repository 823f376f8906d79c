package dev.optima.console.sample;

import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.MessageList;
import dev.optima.protocol.rest.Room;
import dev.optima.protocol.rest.SearchHits;
import dev.optima.protocol.rest.SearchHits.Hit;
import dev.optima.protocol.rest.SearchHits.Mark;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// The rooms of [ScriptedBackend]: what was said, in order, and what of it was changed since.
public final class ScriptedRooms {
  private static final int PAGE = 50;

  private final Map<RoomId, List<ChatEntry>> rooms = new ConcurrentHashMap<>();
  private final Map<RoomId, Long> changes = new ConcurrentHashMap<>();
  private final Map<RoomId, Long> read = new ConcurrentHashMap<>();

  public synchronized void add(ChatEntry entry) {
    rooms.computeIfAbsent(entry.roomId(), _ -> new ArrayList<>()).add(entry);
  }

  /// What a room has.
  public synchronized List<ChatEntry> of(RoomId room) {
    return List.copyOf(rooms.getOrDefault(room, List.of()));
  }

  /// Up to where the asking person has read a room.
  public void readUpTo(RoomId room, long seq) {
    read.put(room, seq);
  }

  /// Changes an entry, and numbers the change.
  public synchronized ChatEntry change(RoomId room, long seq, UnaryOperator<ChatEntry> how) {
    long change = changes.merge(room, 1L, Long::sum);
    List<ChatEntry> all = Objects.requireNonNull(rooms.get(room));
    ChatEntry e = how.apply(all.get((int) seq - 1));
    ChatEntry changed =
        new ChatEntry(
            e.roomId(),
            e.messageId(),
            e.seq(),
            e.senderId(),
            e.senderName(),
            e.kind(),
            e.body(),
            e.sentAt(),
            e.key(),
            e.replyTo(),
            e.editedAt(),
            e.deletedAt(),
            e.reactions(),
            e.call(),
            e.attachments(),
            null,
            change);
    all.set((int) seq - 1, changed);
    return changed;
  }

  /// The newest `seq` of a room.
  public synchronized long last(RoomId room) {
    return rooms.getOrDefault(room, List.of()).size();
  }

  Answer answer(String[] path, String query) {
    RoomId room = new RoomId(path[3]);
    if (path.length == 4) {
      return Answer.json(
          new Room(
              room,
              room.applicant(),
              "",
              last(room),
              read.getOrDefault(room, last(room)),
              0,
              true));
    }
    if (path.length == 6) {
      return find(room, new MessageId(path[5]))
          .map(Answer::json)
          .orElse(Answer.problem(404, ErrorCode.NOT_FOUND, null));
    }
    return Answer.json(messages(room, query));
  }

  private Optional<ChatEntry> find(RoomId room, MessageId id) {
    return of(room).stream().filter(entry -> entry.messageId().equals(id)).findFirst();
  }

  private synchronized MessageList messages(RoomId room, String query) {
    Map<String, String> asked = asked(query);
    int limit = Integer.parseInt(asked.getOrDefault("limit", Integer.toString(PAGE)));
    List<ChatEntry> all = of(room);
    List<ChatEntry> found;
    if (asked.containsKey("changes_after")) {
      long after = Long.parseLong(asked.get("changes_after"));
      found =
          all.stream()
              .filter(entry -> entry.change() != null && entry.change() > after)
              .sorted(Comparator.comparing(ChatEntry::change))
              .limit(limit)
              .toList();
    } else if (asked.containsKey("after")) {
      long after = Long.parseLong(asked.get("after"));
      found = all.stream().filter(entry -> entry.seq() > after).limit(limit).toList();
    } else {
      long before = Long.parseLong(asked.getOrDefault("before", Long.toString(Long.MAX_VALUE)));
      List<ChatEntry> older = all.stream().filter(entry -> entry.seq() < before).toList();
      found = older.subList(Math.max(0, older.size() - limit), older.size());
    }
    long last = all.isEmpty() ? 0 : all.getLast().seq();
    return new MessageList(
        found, last, Math.max(0, last - 1), last, changes.getOrDefault(room, 0L));
  }

  private static Map<String, String> asked(String query) {
    Map<String, String> asked = new HashMap<>();
    for (String part : query.split("&")) {
      int at = part.indexOf('=');
      if (at > 0) {
        asked.put(
            part.substring(0, at),
            URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return asked;
  }

  /// What has the words, newest first.
  Answer search(String query) {
    Map<String, String> asked = asked(query);
    String words = asked.getOrDefault("q", "");
    String room = asked.get("room_id");
    List<Hit> hits =
        rooms.values().stream()
            .flatMap(List::stream)
            .filter(entry -> entry.body().contains(words))
            .filter(
                entry ->
                    room == null || entry.roomId().applicant().equals(new RoomId(room).applicant()))
            .sorted(Comparator.comparing(ChatEntry::sentAt).reversed())
            .map(entry -> hit(entry, words))
            .toList();
    return Answer.json(new SearchHits(hits, null));
  }

  private static Hit hit(ChatEntry entry, String words) {
    int at = entry.body().indexOf(words);
    return new Hit(
        entry,
        entry.roomId().applicant(),
        entry.roomId().applicant().value(),
        entry.body(),
        List.of(new Mark(at, at + words.length())));
  }
}
