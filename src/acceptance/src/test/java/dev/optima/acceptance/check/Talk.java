package dev.optima.acceptance.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.optima.acceptance.check.Notebook.Unsaid;
import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Rest;
import dev.optima.acceptance.harness.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What a device does while it has a connection: says, edits, takes back, reacts, reads, pages.
final class Talk {
  private static final int MOST_ON_THE_WAY = 8;
  private static final List<String> EMOJI = List.of("👍", "❤️", "🎉");

  private final String device;
  private final List<String> rooms;
  private final Notebook notebook;
  private final Line line;
  private final Rest rest;
  private final RandomGenerator random;

  Talk(
      String device,
      List<String> rooms,
      Notebook notebook,
      Line line,
      Rest rest,
      RandomGenerator random) {
    this.device = device;
    this.rooms = rooms;
    this.notebook = notebook;
    this.line = line;
    this.rest = rest;
    this.random = random;
  }

  /// One action, or, when nothing new is to be said, a moment of listening.
  void step(boolean going) throws Lost {
    line.beat();
    if (!going || notebook.unacknowledged().size() >= MOST_ON_THE_WAY) {
      notebook.listen(50);
      return;
    }
    String room = rooms.get(random.nextInt(rooms.size()));
    int dice = random.nextInt(100);
    if (dice < 60) {
      say(room);
    } else if (dice < 72) {
      change(room);
    } else if (dice < 84) {
      react(room);
    } else if (dice < 96) {
      read(room);
    } else {
      page(room);
    }
    Wait.pass(Duration.ofMillis(random.nextInt(5, 60)));
  }

  private void say(String room) throws Lost {
    String key = device + "-" + random.nextLong(Long.MAX_VALUE);
    ObjectNode message =
        Line.message("chat_send")
            .put("room_id", room)
            .put("key", key)
            .put("body", Words.first(key));
    notebook.said(new Unsaid(room, key, message));
    line.say(message);
  }

  /// Edits or takes back one of the last things that this device said.
  private void change(String room) throws Lost {
    Map<String, String> own = notebook.own();
    List<Entry> mine =
        notebook.shown(room).reversed().stream()
            .filter(e -> own.containsKey(e.messageId()) && !e.deleted())
            .limit(10)
            .toList();
    if (mine.isEmpty()) {
      return;
    }
    Entry entry = mine.get(random.nextInt(mine.size()));
    boolean takesBack = random.nextInt(4) == 0;
    ObjectNode message =
        Line.message(takesBack ? "chat_delete" : "chat_edit")
            .put("room_id", room)
            .put("message_id", entry.messageId());
    line.say(
        takesBack
            ? message
            : message.put("body", Words.edited(entry.key(), random.nextInt(1_000_000))));
  }

  private void react(String room) throws Lost {
    List<Entry> newest = notebook.shown(room).reversed().stream().limit(10).toList();
    if (newest.isEmpty()) {
      return;
    }
    line.say(
        Line.message("chat_react")
            .put("room_id", room)
            .put("message_id", newest.get(random.nextInt(newest.size())).messageId())
            .put("emoji", EMOJI.get(random.nextInt(EMOJI.size())))
            .put("remove", random.nextInt(3) == 0));
  }

  private void read(String room) throws Lost {
    long last = notebook.last(room);
    if (last == 0) {
      return;
    }
    long seq = random.nextLong(Math.max(1, last - 20), last + 1);
    if (random.nextBoolean()) {
      line.say(Line.message("chat_read").put("room_id", room).put("seq", seq));
      return;
    }
    Answer answer = rest.post("/api/rooms/" + room + "/read", Map.of("seq", seq));
    if (answer.status() == 204) {
      notebook.hasRead(room, seq);
    }
  }

  /// Scrolls back.
  private void page(String room) {
    long last = notebook.last(room);
    if (last > 0) {
      long before = random.nextLong(1, last + 2);
      Answer answer =
          rest.get("/api/rooms/" + room + "/messages?limit=20&before=" + before).expect(200);
      notebook.loaded(room, Device.entries(answer.body()));
    }
  }
}
