package dev.optima.acceptance.check;

/// The connection is gone, or none came about.
final class Lost extends Exception {
  private static final long serialVersionUID = 1L;

  Lost(String what, Throwable cause) {
    super(what, cause);
  }

  Lost(String what) {
    super(what);
  }
}
