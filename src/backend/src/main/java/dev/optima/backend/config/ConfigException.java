package dev.optima.backend.config;

import java.util.List;

/// Everything that is wrong with the configuration, at once, each with what to do.
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  public ConfigException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /// One sentence each, beginning with where it stands.
  public List<String> problems() {
    return problems;
  }
}
