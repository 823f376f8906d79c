package dev.optima.scripted;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a server makes of who asks to come in.
public sealed interface Verdict {
  record Welcome(Guest guest) implements Verdict {}

  /// @param error as `errorOccurred` has it
  record Refused(ObjectNode error) implements Verdict {}
}
