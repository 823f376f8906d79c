package dev.optima.console.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Both bundles are complete, used, and can be formatted.
class BundlesTest {
  private static final Path RESOURCES =
      Path.of("src", "main", "resources", "dev", "optima", "console", "i18n");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z_]+)+)\"");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

  /// Literals with dots that are not words of the bundle: file names and system properties.
  private static final Set<String> OTHERS =
      Set.of("user.home", "user.name", "os.name", "os.arch", "java.version", "javafx.version");

  private final Properties english = load("messages.properties");
  private final Properties turkish = load("messages_tr.properties");

  @Test
  void haveTheSameKeys() {
    assertThat(turkish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
  }

  @Test
  void haveEveryKeyThatIsUsedAndUseEveryKeyThatIsThere() throws IOException {
    Set<String> families = new HashSet<>();
    english.stringPropertyNames().forEach(key -> families.add(key.split("\\.", 2)[0]));
    Set<String> used = new TreeSet<>();
    Set<String> literals = literals();
    for (String literal : literals) {
      if (families.contains(literal.split("\\.", 2)[0]) && !OTHERS.contains(literal)) {
        used.add(literal);
      }
    }
    assertThat(used).as("used, but in no bundle").allMatch(english::containsKey);
    assertThat(english.stringPropertyNames()).as("in the bundle, but not used").isEqualTo(used);
  }

  @Test
  void takeTheSameArguments() {
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(turkish.getProperty(key)))
          .as("arguments of %s", key)
          .isEqualTo(arguments(english.getProperty(key)));
    }
  }

  @Test
  void canBeFormatted() {
    Object[] arguments = {3L, 2.5, "x"};
    for (Properties bundle : Stream.of(english, turkish).toList()) {
      for (String key : bundle.stringPropertyNames()) {
        String pattern = bundle.getProperty(key);
        assertThat(pattern).as("%s has a quote, which MessageFormat eats", key).doesNotContain("'");
        assertThat(new MessageFormat(pattern, Locale.UK).format(arguments))
            .as(key)
            .doesNotContain("{");
      }
    }
  }

  @Test
  void sayTurkishInTurkishThoughTheMachineIsEnglish() {
    assertThat(new Texts(Language.TR).get("nav.applicants")).isEqualTo("Adaylar");
    assertThat(new Texts(Language.EN).get("nav.applicants")).isEqualTo("Applicants");
  }

  @Test
  void sayEnglishInEnglishThoughTheMachineIsTurkish() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr", "TR"));
    try {
      assertThat(new Texts(Language.EN).get("nav.applicants")).isEqualTo("Applicants");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void countDevicesAsEnglishDoes() {
    Texts texts = new Texts(Language.EN);
    assertThat(texts.get("ring.devices", 1, "0:07 / 0:45")).contains("1 device ·");
    assertThat(texts.get("ring.devices", 2, "0:07 / 0:45")).contains("2 devices ·");
  }

  private static Set<String> literals() throws IOException {
    Set<String> literals = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = LITERAL.matcher(Files.readString(file));
        while (matcher.find()) {
          literals.add(matcher.group(1));
        }
      }
    }
    return literals;
  }

  private static Set<String> arguments(String pattern) {
    Set<String> arguments = new TreeSet<>();
    Matcher matcher = ARGUMENT.matcher(pattern);
    while (matcher.find()) {
      arguments.add(matcher.group(1));
    }
    return arguments;
  }

  private static Properties load(String name) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(RESOURCES.resolve(name), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return properties;
  }
}
