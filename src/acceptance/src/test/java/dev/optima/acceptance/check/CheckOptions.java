package dev.optima.acceptance.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// How much trouble there shall be.
///
/// @param databases `sqlite`, `postgresql`
/// @param team recruiters, with two devices each
/// @param applicants with two devices each
record CheckOptions(
    Set<String> databases, int disconnects, int kills, int team, int applicants, long seed) {
  static final String SQLITE = "sqlite";
  static final String POSTGRESQL = "postgresql";

  static final String USAGE =
      """
      Cuts connections and kills the backend while people chat, and checks what each of them saw.
        --databases a,b    of sqlite, postgresql           (both)
        --disconnects N    connections cut at random       (1000)
        --kills N          kill -9 of the backend          (100)
        --team N           recruiters, two devices each    (3)
        --applicants N     applicants, two devices each    (4)
        --seed N           of all that is chosen at random (random, printed)
      """;

  private static final Set<String> BOTH = Set.of(SQLITE, POSTGRESQL);

  /// @throws IllegalArgumentException if an option is unknown or has no value
  static CheckOptions parse(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
        throw new IllegalArgumentException("not understood: " + arguments[i]);
      }
      given.put(arguments[i].substring(2), arguments[i + 1]);
    }
    String databases = given.remove("databases");
    var options =
        new CheckOptions(
            databases == null ? BOTH : Set.of(databases.split(",")),
            (int) number(given, "disconnects", 1_000),
            (int) number(given, "kills", 100),
            (int) number(given, "team", 3),
            (int) number(given, "applicants", 4),
            number(given, "seed", newSeed()));
    if (!given.isEmpty() || !BOTH.containsAll(options.databases)) {
      throw new IllegalArgumentException("unknown: " + given.keySet() + options.databases);
    }
    return options;
  }

  static long newSeed() {
    return ThreadLocalRandom.current().nextLong(1_000_000_000);
  }

  private static long number(Map<String, String> given, String name, long otherwise) {
    String value = given.remove(name);
    return value == null ? otherwise : Long.parseLong(value);
  }
}
