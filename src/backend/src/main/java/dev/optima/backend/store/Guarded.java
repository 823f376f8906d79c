package dev.optima.backend.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what others gave us so that a fault in it stays its own: what is committed is committed.
final class Guarded {
  private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

  private Guarded() {}

  static void run(Runnable effect) {
    try {
      effect.run();
    } catch (RuntimeException e) {
      LOG.error("An effect after a commit failed", e);
    }
  }
}
