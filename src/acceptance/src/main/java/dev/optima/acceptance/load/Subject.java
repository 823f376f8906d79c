package dev.optima.acceptance.load;

import java.io.IOException;
import java.nio.file.Path;

/// A server that is measured.
interface Subject {
  String name();

  Dialect dialect();

  Cast cast();

  /// Starts it on core 0; the caller waits until it answers.
  ServerProcess start(Path log) throws IOException;
}
