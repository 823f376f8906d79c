package dev.optima.console.notify;

/// For a system that has no notifications: what would have been shown is told inside the window.
public final class SilentNotifier implements Notifier {
  @Override
  public boolean show(Note note, Runnable opened) {
    return false;
  }

  @Override
  public void close() {}
}
