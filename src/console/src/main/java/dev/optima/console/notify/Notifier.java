package dev.optima.console.notify;

/// The notifications of the system.
public interface Notifier extends AutoCloseable {

  /// Shows a note; one with the same key takes the place of an earlier one. May wait for the
  /// system: not for the FX thread.
  ///
  /// @param opened run, on some thread, when the note is pressed
  /// @return whether the system took it
  boolean show(Note note, Runnable opened);

  @Override
  void close();

  /// What is shown.
  ///
  /// @param key of what the note is about
  /// @param action the word for opening it
  /// @param urgent stays until it is seen, where the system can
  record Note(String key, String title, String body, String action, boolean urgent) {}
}
