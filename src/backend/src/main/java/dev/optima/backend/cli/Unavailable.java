package dev.optima.backend.cli;

/// Something that the command needs is not there, but may come by itself: a database that still
/// starts, an address or a disk that is not up yet. Whoever started the command may start it again.
public final class Unavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message beginning with the setting that it is about, and what to do
  Unavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /// The message, which is all that people are told.
  String sentence() {
    return String.valueOf(getMessage());
  }
}
