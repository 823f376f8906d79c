package dev.optima.console.notify;

/// The notifications of the system.
public interface Notifier extends AutoCloseable {

  /// Shows a note; one with the same key takes the place of an earlier one. May wait for the
  /// system: not for the FX thread.
  ///
  /// @param opened run, on some thread, when the note is pressed
  /// @return whether the system took it
  boolean show(Note note, Runnable opened);

  /// Shows how things stand, where the system has a place for it all the time. May wait for the
  /// system: not for the FX thread.
  default void stand(Standing now) {}

  @Override
  void close();

  /// What is shown.
  ///
  /// @param key of what the note is about
  /// @param action the word for opening it
  /// @param urgent stays until it is seen, where the system can
  record Note(String key, String title, String body, String action, boolean urgent) {}

  /// How things stand.
  ///
  /// @param missed calls that were missed and not seen yet
  /// @param dark whether the system asks programs to be dark
  /// @param opened run, on some thread, when the place is pressed
  record Standing(long missed, boolean dark, Runnable opened) {}
}
