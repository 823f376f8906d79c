package dev.optima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every sentence is there in both languages, is used, and has the same places to fill in.
class WordsTest {

  private static final Path PAGES = Path.of("src/main/resources/pages");
  private static final Pattern ENTRY =
      Pattern.compile("^  '([\\w.]+)': '(.*)',$", Pattern.MULTILINE);
  private static final Pattern LITERAL = Pattern.compile("'([a-z]+(?:\\.[a-z_]+)+)'");
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  @ParameterizedTest
  @ValueSource(strings = {"applicant", "call", "meeting", "booking", "devices"})
  void bothLanguagesSayTheSame(String page) throws IOException {
    Map<String, String> english = table(page, "en");
    Map<String, String> turkish = table(page, "tr");

    assertThat(turkish.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    for (String key : english.keySet()) {
      assertThat(places(turkish.getOrDefault(key, "")))
          .as(key)
          .isEqualTo(places(english.getOrDefault(key, "")));
      assertThat(turkish.get(key)).as(key).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"applicant", "call", "meeting", "booking", "devices"})
  void everySentenceIsUsedAndEveryUsedOneIsThere(String page) throws IOException {
    var known = new TreeSet<>(table(page, "en").keySet());
    var families =
        known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
    var used = new TreeSet<String>();
    for (Path module : modules(page)) {
      LITERAL
          .matcher(Files.readString(module))
          .results()
          .map(match -> match.group(1))
          .filter(key -> families.contains(key.substring(0, key.indexOf('.'))))
          .forEach(used::add);
    }

    assertThat(used).as("used, but in no table").isSubsetOf(known);
    assertThat(known).as("in the tables, but never used").isSubsetOf(used);
  }

  private static List<Path> modules(String page) throws IOException {
    try (Stream<Path> files =
        Stream.concat(Files.list(PAGES.resolve(page)), Files.list(PAGES.resolve("shared")))) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("messages-"))
          .toList();
    }
  }

  private static Map<String, String> table(String page, String language) throws IOException {
    String text = Files.readString(PAGES.resolve(page).resolve("messages-" + language + ".js"));
    var table = new HashMap<String, String>();
    ENTRY.matcher(text).results().forEach(entry -> table.put(entry.group(1), entry.group(2)));
    long lines = text.lines().filter(line -> line.startsWith("  '")).count();
    assertThat(table).as("lines that are no entries, or keys that come twice").hasSize((int) lines);
    return table;
  }

  private static List<String> places(String sentence) {
    return PLACE.matcher(sentence).results().map(match -> match.group()).sorted().toList();
  }
}
