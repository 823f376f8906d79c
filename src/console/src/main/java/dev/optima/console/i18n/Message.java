package dev.optima.console.i18n;

import java.util.List;

/// A sentence that is not in a language yet: what a view model says, and a view puts into words.
///
/// @param key of the bundle
/// @param arguments in the order of the pattern; an argument may itself be a [Message]
public record Message(String key, List<Object> arguments) {
  public Message {
    arguments = List.copyOf(arguments);
  }

  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }
}
