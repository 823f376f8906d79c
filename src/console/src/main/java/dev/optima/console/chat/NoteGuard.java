package dev.optima.console.chat;

import java.util.ArrayDeque;
import java.util.Deque;

/// Knows what was said among the notes, so that it is not pasted into the chat unnoticed.
final class NoteGuard {
  /// Shorter pieces of a note are words that anybody may use.
  private static final int SHORTEST = 8;

  private static final int REMEMBERED = 10;

  private final ThreadViewModel thread;
  private final Deque<String> copied = new ArrayDeque<>();

  NoteGuard(ThreadViewModel thread) {
    this.thread = thread;
  }

  void remember(String text) {
    copied.addFirst(text);
    if (copied.size() > REMEMBERED) {
      copied.removeLast();
    }
  }

  boolean knows(String pasted) {
    String text = pasted.strip();
    if (text.length() < SHORTEST) {
      return false;
    }
    return copied.stream().anyMatch(one -> has(one, text))
        || thread.entries().stream()
            .anyMatch(entry -> entry.roomId().isTeamOnly() && has(entry.body(), text));
  }

  /// Whether a text has the piece, or is itself part of it.
  private static boolean has(String note, String text) {
    return note.contains(text) || note.strip().length() >= SHORTEST && text.contains(note.strip());
  }
}
