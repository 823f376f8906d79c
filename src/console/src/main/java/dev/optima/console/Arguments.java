package dev.optima.console;

import dev.optima.console.i18n.Language;
import dev.optima.console.link.ConsoleLink;
import dev.optima.console.settings.SettingsStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the console was started with.
///
/// @param server `--server URL`: the backend
/// @param token the environment's `OPTIMA_CONSOLE_TOKEN`: a session, so that nobody needs to sign
///   in
/// @param data `--data DIR`: where the console keeps its own files
/// @param language `--language tr|en`
/// @param link `optima://…`, as the system hands it over; not read yet
record Arguments(
    @Nullable String server,
    @Nullable String token,
    @Nullable Path data,
    @Nullable Language language,
    @Nullable String link) {

  static final String TOKEN = "OPTIMA_CONSOLE_TOKEN";

  /// Reads `--name value` and `--name=value`, or one link. Whoever writes a link may try to write
  /// more words into it, such as another server: some systems take a command line apart at quotes.
  /// So where there is a link, nothing else may be.
  ///
  /// @throws IllegalArgumentException if something is not understood; says what
  static Arguments parse(List<String> words, Map<String, String> environment) {
    String token = environment.getOrDefault(TOKEN, "");
    if (words.stream().anyMatch(ConsoleLink::isLink)) {
      if (words.size() > 1) {
        throw new IllegalArgumentException("a link takes no other words beside it");
      }
      return new Arguments(null, given(token), null, null, words.getFirst());
    }
    String server = null;
    Path data = null;
    Language language = null;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      String value;
      if (equals >= 0) {
        value = word.substring(equals + 1);
      } else if (i + 1 < words.size()) {
        value = words.get(++i);
      } else {
        throw new IllegalArgumentException(name + " needs a value");
      }
      switch (name) {
        case "--server" -> server = value;
        case "--data" -> data = Path.of(value);
        case "--language" -> language = language(value);
        default ->
            throw new IllegalArgumentException(
                "unknown: "
                    + name
                    + " (known: --server URL, --data DIR, --language tr|en, or one link"
                    + " optima://… alone)");
      }
    }
    return new Arguments(server, given(token), data, language, null);
  }

  private static @Nullable String given(String token) {
    return token.isBlank() ? null : token.strip();
  }

  private static Language language(String value) {
    return switch (value) {
      case "tr" -> Language.TR;
      case "en" -> Language.EN;
      default -> throw new IllegalArgumentException("--language is tr or en");
    };
  }

  /// Where the console keeps its own files.
  Path home() {
    return data == null ? SettingsStore.standardDirectory() : data;
  }

  Optional<String> tokenGiven() {
    return Optional.ofNullable(token);
  }

  /// Never prints the token.
  @Override
  public String toString() {
    return "Arguments[" + server + ", " + data + ", " + language + "]";
  }
}
