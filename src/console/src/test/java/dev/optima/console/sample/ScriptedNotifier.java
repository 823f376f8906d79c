package dev.optima.console.sample;

import dev.optima.console.notify.Notifier;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The system's notifications for tests: it remembers what was shown, and lets it be pressed.
public final class ScriptedNotifier implements Notifier {
  private final List<Note> notes = new CopyOnWriteArrayList<>();
  private final List<Standing> standings = new CopyOnWriteArrayList<>();
  private final List<Runnable> opens = new CopyOnWriteArrayList<>();
  private volatile boolean there = true;

  /// Whether the system takes notes.
  public void setThere(boolean now) {
    there = now;
  }

  @Override
  public boolean show(Note note, Runnable opened) {
    if (there) {
      opens.add(opened);
      notes.add(note);
    }
    return there;
  }

  @Override
  public void stand(Standing now) {
    standings.add(now);
  }

  /// How things stood, one after the other.
  public List<Standing> standings() {
    return standings;
  }

  /// What was shown.
  public List<Note> notes() {
    return notes;
  }

  /// Presses the newest note.
  public void press() {
    opens.getLast().run();
  }

  @Override
  public void close() {}
}
