package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The texts of the set-up page: both languages complete, none unused.
class SetUpTextsTest {
  @Test
  void bothLanguagesAreCompleteAndUsed() throws IOException {
    Properties english = texts("setup.properties");
    Properties turkish = texts("setup_tr.properties");
    Set<String> used = new TreeSet<>();
    Pattern place = Pattern.compile("\\$\\{(setup\\.[a-z.]+)}");
    for (String template : Set.of("setup.html", "setup-form.html")) {
      place.matcher(SetUpPage.resource(template)).results().forEach(m -> used.add(m.group(1)));
    }
    used.addAll(Set.of("setup.done", "setup.gone"));
    for (String problem : Set.of("name", "email", "password", "busy")) {
      used.add("setup.problem." + problem);
    }

    assertThat(turkish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(english.stringPropertyNames()).isEqualTo(used);
    assertThat(turkish.values()).doesNotContainAnyElementsOf(english.values());
  }

  @Test
  void whatWasTypedIsEscaped() {
    String page = new SetUpPage(Locale.ENGLISH).form("<script>", "\" onfocus=\"", "email");

    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>").contains("&quot;");
  }

  private static Properties texts(String name) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(SetUpPage.resource(name)));
    return properties;
  }
}
