package dev.optima.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optima.console.i18n.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the console is started.
class ArgumentsTest {
  @Test
  void readsWordsAndEnvironment() {
    Arguments arguments =
        Arguments.parse(
            List.of("--server", "http://127.0.0.1:8080", "--data=/tmp/x", "--language", "tr"),
            Map.of(Arguments.TOKEN, " ost_1 "));
    assertThat(arguments.server()).isEqualTo("http://127.0.0.1:8080");
    assertThat(arguments.data()).isEqualTo(Path.of("/tmp/x"));
    assertThat(arguments.language()).isEqualTo(Language.TR);
    assertThat(arguments.tokenGiven()).contains("ost_1");
    assertThat(arguments.toString()).doesNotContain("ost_1");
  }

  @Test
  void needsNothing() {
    Arguments arguments = Arguments.parse(List.of(), Map.of(Arguments.TOKEN, ""));
    assertThat(arguments).isEqualTo(new Arguments(null, null, null, null, null));
  }

  @Test
  void takesALinkAsTheSystemHandsItOver() {
    assertThat(Arguments.parse(List.of("optima://join/c1"), Map.of()).link())
        .isEqualTo("optima://join/c1");
    assertThat(Arguments.parse(List.of("OPTIMA://a?b=c"), Map.of()).link())
        .isEqualTo("OPTIMA://a?b=c");
  }

  /// `optima://x" --server https://evil.example "`, where a system puts it between quotes.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "optima://x|--server|https://evil.example|",
        "OPTIMA:|--data|//evil.example/share",
        "--server|https://evil.example|optima://join/c1",
        "--server=https://evil.example| optima://join/c1",
        "optima://join/c1|optima://server?url=https%3A%2F%2Fevil.example",
        "--server|optima://join/c1"
      })
  void aLinkBringsNoOtherWords(String words) {
    assertThatThrownBy(() -> Arguments.parse(List.of(words.split("\\|", -1)), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a link takes no other words");
  }

  @Test
  void tellsTheOneThatRunsWhatItWasOpenedWith() {
    assertThat(WindowLinks.telling(Arguments.parse(List.of(), Map.of()))).isEmpty();
    assertThat(WindowLinks.telling(Arguments.parse(List.of("optima://join/c1"), Map.of())))
        .isEqualTo("optima://join/c1");
    assertThat(WindowLinks.telling(Arguments.parse(List.of("--server", "a.example"), Map.of())))
        .isEqualTo("--server a.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--colour=red", "--language=fr", "--server", "help", "https://example.org", ""})
  void saysWhatItDoesNotUnderstand(String word) {
    assertThatThrownBy(() -> Arguments.parse(List.of(word), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(unknown|needs|is tr or en).*");
  }
}
