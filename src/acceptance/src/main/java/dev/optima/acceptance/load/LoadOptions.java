package dev.optima.acceptance.load;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is measured, and how much of it.
///
/// @param peers the folder of the reference servers, if there is one
/// @param work where data, logs and the raw figures go
/// @param seconds the length of a phase
/// @param warm how long a server is exercised before it is measured, in seconds
/// @param only the phases: `echo`, `ring`, `chat`, `connections`
/// @param subjects which servers, by name; empty for all
/// @param jvmOptions for the Java of the backend
record LoadOptions(
    @Nullable Path peers,
    Path work,
    int rounds,
    int seconds,
    int warm,
    int pairs,
    int rooms,
    int ringRate,
    int chatRate,
    int connections,
    Set<String> only,
    Set<String> subjects,
    List<String> jvmOptions) {

  static final String USAGE =
      """
      Measures Optima's backend, and beside it the reference servers of --peers.
        --peers DIR        folder with peers.conf (name|driver|port|command; $BENCH is the folder)
        --work DIR         data, logs, results.csv            (target/load)
        --rounds N         rounds; the table has medians      (3)
        --seconds N        length of each phase               (3)
        --warm N           seconds of exercise before it      (10)
        --pairs N          concurrent calls                   (32)
        --rooms N          chat rooms with four people each   (32)
        --ring-rate N      calls a second, steady             (100)
        --chat-rate N      messages a second, steady          (150)
        --connections N    idle connections and storm         (10000)
        --only a,b         of echo, ring, chat, connections   (all)
        --subjects a,b     of optima and the peers' names     (all)
        --jvm "OPTIONS"    for the backend's Java
      """;

  private static final Set<String> PHASES = Set.of("echo", "ring", "chat", "connections");

  /// @throws IllegalArgumentException if an option is unknown or has no value
  static LoadOptions parse(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
        throw new IllegalArgumentException("not understood: " + arguments[i]);
      }
      given.put(arguments[i].substring(2), arguments[i + 1]);
    }
    String peers = given.remove("peers");
    LoadOptions options =
        new LoadOptions(
            peers == null ? null : Path.of(peers).toAbsolutePath(),
            Path.of(take(given, "work", "target/load")).toAbsolutePath(),
            number(given, "rounds", 3),
            number(given, "seconds", 3),
            number(given, "warm", 10),
            number(given, "pairs", 32),
            number(given, "rooms", 32),
            number(given, "ring-rate", 100),
            number(given, "chat-rate", 150),
            number(given, "connections", 10_000),
            set(take(given, "only", String.join(",", PHASES))),
            set(take(given, "subjects", "")),
            words(take(given, "jvm", "")));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown: --" + String.join(", --", given.keySet()));
    }
    return options;
  }

  private static String take(Map<String, String> given, String name, String otherwise) {
    String value = given.remove(name);
    return value == null ? otherwise : value;
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    return Integer.parseInt(take(given, name, String.valueOf(otherwise)));
  }

  private static Set<String> set(String text) {
    return text.isBlank() ? Set.of() : Set.of(text.split(","));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  boolean wants(String phase) {
    return only.contains(phase);
  }

  boolean wantsSubject(String name) {
    return subjects.isEmpty() || subjects.contains(name);
  }

  /// How long a server is exercised before it is measured, in nanoseconds.
  long warmUp() {
    return warm * Loop.SECOND;
  }

  /// The length of a phase, in nanoseconds.
  long phase() {
    return seconds * Loop.SECOND;
  }
}
