package dev.optima.acceptance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a device knows: its rooms, what it said that is not acknowledged yet, and the journal of
/// all that it saw. Filled by the connection's thread and the device's own.
final class Notebook {
  private final String person;
  private final Map<String, Replica> rooms = new TreeMap<>();
  private final Map<String, Unsaid> unacknowledged = new LinkedHashMap<>();
  private final Map<String, String> own = new LinkedHashMap<>();
  private final List<Seen> seen = new ArrayList<>();
  private int line;

  Notebook(String person, List<String> rooms) {
    this.person = person;
    rooms.forEach(room -> this.rooms.put(room, new Replica()));
  }

  /// A message on its way, and the room it is for.
  record Unsaid(String room, String key, ObjectNode message) {}

  /// A connection begins; what older ones still say is not listened to.
  ///
  /// @return what is known of each room
  synchronized Map<String, Long> opened(int number) {
    line = number;
    rooms.values().forEach(Replica::opened);
    var known = new TreeMap<String, Long>();
    rooms.forEach((room, replica) -> known.put(room, replica.last()));
    seen.add(new Seen.Opened(number, known));
    return known;
  }

  synchronized void said(Unsaid unsaid) {
    seen.add(new Seen.Said(unsaid.room, unsaid.key));
    unacknowledged.put(unsaid.key, unsaid);
  }

  synchronized List<Unsaid> unacknowledged() {
    return List.copyOf(unacknowledged.values());
  }

  synchronized void heard(int number, JsonNode message) {
    if (number != line) {
      return;
    }
    String room = message.path("room_id").asText();
    switch (message.path("type").asText()) {
      case "chat_ack" -> acknowledged(room, message);
      case "chat_message" -> {
        Entry entry = Entry.of(message);
        seen.add(new Seen.Arrived(number, room, entry));
        Replica replica = rooms.get(room);
        if (replica != null) {
          replica.told(entry);
        }
      }
      case "chat_reaction" -> {
        Replica replica = rooms.get(room);
        if (replica != null) {
          replica.reacted(
              message.path("message_id").asText(),
              Entry.reactions(message.path("reactions")),
              message.path("change").asLong());
        }
      }
      case "error" -> refused(message);
      default -> {}
    }
    notifyAll();
  }

  private void acknowledged(String room, JsonNode ack) {
    String key = ack.path("key").asText();
    String id = ack.path("message_id").asText();
    long seq = ack.path("seq").asLong();
    seen.add(new Seen.Acknowledged(line, room, key, id, seq));
    Replica replica = rooms.get(room);
    if (unacknowledged.remove(key) != null && replica != null) {
      own.put(id, key);
      if (!replica.has(id)) {
        replica.take(new Entry(seq, id, person, key, Words.first(key), false, 0, new TreeMap<>()));
      }
    }
  }

  private void refused(JsonNode error) {
    String key = error.path("key").asText();
    if (unacknowledged.remove(key) != null) {
      seen.add(new Seen.Refused(key, error.path("code").asText()));
    }
  }

  synchronized void loaded(String room, List<Entry> page) {
    page.forEach(entry -> seen.add(new Seen.Loaded(room, entry)));
  }

  synchronized void changes(String room, List<Entry> page, long upTo) {
    loaded(room, page);
    replica(room).changes(page, upTo);
  }

  synchronized void hasRead(String room, long seq) {
    seen.add(new Seen.HasRead(room, seq));
  }

  synchronized long last(String room) {
    return replica(room).last();
  }

  synchronized long lastChange(String room) {
    return replica(room).lastChange();
  }

  synchronized List<Entry> shown(String room) {
    return replica(room).shown();
  }

  /// The keys of what this device said and was acknowledged, by the id of the message.
  synchronized Map<String, String> own() {
    return Map.copyOf(own);
  }

  /// Waits a moment for something to be heard.
  synchronized void listen(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Replica replica(String room) {
    @Nullable Replica replica = rooms.get(room);
    if (replica == null) {
      throw new IllegalArgumentException(room);
    }
    return replica;
  }

  synchronized History history(String device, Map<String, Long> unread) {
    var shown = new TreeMap<String, List<Entry>>();
    rooms.forEach((room, replica) -> shown.put(room, replica.shown()));
    return new History(
        device, person, List.copyOf(rooms.keySet()), List.copyOf(seen), shown, unread);
  }
}
