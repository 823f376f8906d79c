package dev.optima.backend.config;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What can be set, written for people: the table of the README and the sample file.
public final class ConfigReference {
  private ConfigReference() {}

  /// The table in Markdown.
  public static String markdown() {
    return "| key | environment | default | meaning |\n|---|---|---|---|\n"
        + Arrays.stream(ConfigKey.values()).map(ConfigReference::row).collect(Collectors.joining());
  }

  /// The sample file: every key with its default.
  public static String toml() {
    return """
        # Settings of the Optima backend: every key with its default.
        # The environment wins over this file: ring.seconds is OPTIMA_RING_SECONDS there.
        # A secret may stand in a file of its own: "turn.secret.file" names it.
        """
        + Arrays.stream(ConfigKey.values())
            .map(ConfigReference::line)
            .collect(Collectors.joining());
  }

  private static String row(ConfigKey key) {
    String standard = key.standard().isEmpty() ? "" : "`" + key.standard() + "`";
    return "| `%s`%s | `%s` | %s | %s |\n"
        .formatted(
            key.key(),
            key.isSecret() ? " (or `" + key.key() + ".file`)" : "",
            key.variable(),
            standard,
            key.description());
  }

  private static String line(ConfigKey key) {
    String value = key.isNumber() ? key.standard() : "\"" + key.standard() + "\"";
    return "\n# %s\n%s%s = %s\n"
        .formatted(key.description(), key.standard().isEmpty() ? "# " : "", key.key(), value);
  }
}
