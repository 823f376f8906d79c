package dev.optima.console.chat;

import dev.optima.console.kept.KeptFile;
import dev.optima.protocol.id.RoomId;
import java.util.Map;
import java.util.TreeMap;

/// What was typed and not sent, per room; kept over restarts.
final class Drafts {
  private final KeptFile<Kept> file;
  private final Map<String, String> drafts = new TreeMap<>();
  private boolean changed;

  /// What the file holds.
  record Kept(Map<String, String> drafts) {}

  Drafts(ChatGround ground) {
    file = new KeptFile<>(ground.folder().resolve("drafts.json"), Kept.class, ground.tasks());
    file.read().ifPresent(kept -> drafts.putAll(kept.drafts()));
  }

  String of(RoomId room) {
    return drafts.getOrDefault(room.value(), "");
  }

  void put(RoomId room, String text) {
    String before = text.isBlank() ? drafts.remove(room.value()) : drafts.put(room.value(), text);
    changed |= !text.equals(before);
  }

  /// Writes what was typed since the last time. Called now and then, not at every key.
  void keep() {
    if (changed) {
      changed = false;
      file.keep(new Kept(Map.copyOf(drafts)));
    }
  }
}
