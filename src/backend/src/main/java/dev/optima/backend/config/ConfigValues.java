package dev.optima.backend.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Brings file, environment and command line together: what comes later wins, a secret may be a
/// file, and every mistake is told at once.
final class ConfigValues {

  private static final String FILE_SUFFIX = ".file";
  private static final String VARIABLE_SUFFIX = "_FILE";

  private final Map<ConfigKey, String> values = new EnumMap<>(ConfigKey.class);
  private final Map<ConfigKey, String> places = new EnumMap<>(ConfigKey.class);
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private ConfigValues() {}

  static ConfigValues read(
      @Nullable Path file, Map<String, String> environment, List<ConfigOption> options) {
    ConfigValues config = new ConfigValues();
    if (file != null) {
      config.readFile(file);
    }
    config.readEnvironment(environment);
    options.forEach(option -> config.set(option.key(), option.value(), option.name()));
    config.check();
    return config;
  }

  String get(ConfigKey key) {
    return values.getOrDefault(key, key.standard());
  }

  Optional<String> given(ConfigKey key) {
    String value = get(key);
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  int number(ConfigKey key) {
    return Integer.parseInt(get(key));
  }

  List<String> list(ConfigKey key) {
    return ValueRule.parts(get(key));
  }

  List<String> problems() {
    return problems;
  }

  List<String> warnings() {
    return warnings;
  }

  /// Something is wrong.
  void problem(String sentence) {
    problems.add(sentence);
  }

  /// Somebody should know, though it does not hinder.
  void warn(String sentence) {
    warnings.add(sentence);
  }

  private void readFile(Path file) {
    ConfigFile content = ConfigFile.read(file);
    problems.addAll(content.problems());
    String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    content
        .entries()
        .forEach(
            (key, value) -> {
              if (ConfigKey.of(key).isPresent()) {
                set(ConfigKey.of(key).get(), value, name + ": " + key);
              } else if (secretOf(key).isPresent()) {
                setFromFile(secretOf(key).get(), value, name + ": " + key);
              } else {
                problems.add(name + ": " + key + ": unknown key" + suggestion(key));
              }
            });
  }

  private void readEnvironment(Map<String, String> environment) {
    Map<String, ConfigKey> known = new TreeMap<>();
    for (ConfigKey key : ConfigKey.values()) {
      known.put(key.variable(), key);
      String value = environment.get(key.variable());
      if (value != null) {
        set(key, value, key.variable());
      }
      String path = environment.get(key.variable() + VARIABLE_SUFFIX);
      if (path != null && key.isSecret()) {
        setFromFile(key, path, key.variable() + VARIABLE_SUFFIX);
      }
    }
    for (String variable : new TreeMap<>(environment).keySet()) {
      if (variable.startsWith("OPTIMA_") && !isKnown(variable, known)) {
        judgeUnknown(variable, known);
      }
    }
  }

  private static boolean isKnown(String variable, Map<String, ConfigKey> known) {
    if (known.containsKey(variable)) {
      return true;
    }
    ConfigKey secret =
        variable.endsWith(VARIABLE_SUFFIX)
            ? known.get(variable.substring(0, variable.length() - VARIABLE_SUFFIX.length()))
            : null;
    return secret != null && secret.isSecret();
  }

  /// Other programs may have variables that begin alike: only what looks like a slip is an error.
  private void judgeUnknown(String variable, Map<String, ConfigKey> known) {
    String nearest = Nearest.of(variable, known.keySet());
    if (Nearest.distance(variable, nearest) <= 2) {
      problems.add(variable + ": unknown variable; did you mean " + nearest + "?");
    } else {
      warnings.add(variable + " is no setting of Optima and was left unread");
    }
  }

  private static Optional<ConfigKey> secretOf(String key) {
    return key.endsWith(FILE_SUFFIX)
        ? ConfigKey.of(key.substring(0, key.length() - FILE_SUFFIX.length()))
            .filter(ConfigKey::isSecret)
        : Optional.empty();
  }

  private static String suggestion(String key) {
    List<String> keys = new ArrayList<>();
    for (ConfigKey known : ConfigKey.values()) {
      keys.add(known.key());
    }
    return "; did you mean " + Nearest.of(key, keys) + "? \"config\" lists all keys";
  }

  private void set(ConfigKey key, String value, String place) {
    values.put(key, value.strip());
    places.put(key, place);
  }

  private void setFromFile(ConfigKey key, String path, String place) {
    try {
      set(key, Files.readString(Path.of(path), StandardCharsets.UTF_8), place);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          place + ": the file " + path + " cannot be read; check the path and its permissions");
    }
  }

  private void check() {
    values.forEach(
        (key, value) ->
            key.problem(value)
                .ifPresent(problem -> problems.add(places.get(key) + ": " + problem)));
    if (given(ConfigKey.TLS_CERTIFICATE).isPresent() != given(ConfigKey.TLS_KEY).isPresent()) {
      problems.add(
          "tls.certificate, tls.key: one without the other; give both for TLS, or neither");
    }
    if (list(ConfigKey.ICE_SERVERS).stream().anyMatch(url -> url.startsWith("turn"))
        && given(ConfigKey.TURN_SECRET).isEmpty()) {
      problems.add(
          "turn.secret: missing, though ice.servers has a TURN server; give the secret that is"
              + " set there as static-auth-secret");
    }
    if (Set.of("0.0.0.0", "::").contains(get(ConfigKey.LISTEN_HOST))
        && given(ConfigKey.PUBLIC_URL).isEmpty()) {
      warnings.add(
          "public-url is not set, though others than this machine are served: links lead to"
              + " 127.0.0.1");
    }
    checkMail();
    checkInbox();
    ProviderRules.check(this);
  }

  private void checkInbox() {
    if (given(ConfigKey.IMAP_HOST).isEmpty()) {
      return;
    }
    if (given(ConfigKey.IMAP_USER).isEmpty() || given(ConfigKey.IMAP_PASSWORD).isEmpty()) {
      problems.add("imap.user, imap.password: missing; say who signs in at the mailbox");
    }
    if (get(ConfigKey.IMAP_SECURITY).equals("none")) {
      warnings.add("imap.security is none, so the password of the mailbox travels in the clear");
    }
  }

  private void checkMail() {
    if (given(ConfigKey.SMTP_HOST).isEmpty()) {
      return;
    }
    String user = get(ConfigKey.SMTP_USER);
    if (given(ConfigKey.SMTP_FROM).isEmpty() && ValueRule.MAILBOX.problem(user).isPresent()) {
      problems.add("smtp.from: missing; say who the mails are from, such as jobs@example.com");
    }
    if (user.isEmpty() != given(ConfigKey.SMTP_PASSWORD).isEmpty()) {
      problems.add(
          "smtp.user, smtp.password: one without the other; give both if the mail server asks for"
              + " them, or neither");
    }
    if (!user.isEmpty() && get(ConfigKey.SMTP_SECURITY).equals("none")) {
      warnings.add(
          "smtp.security is none, so the password of the mail server travels in the clear");
    }
  }
}
