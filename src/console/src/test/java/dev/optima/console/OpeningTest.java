package dev.optima.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.settings.ConsoleSettings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A remembered session is for its own backend only.
class OpeningTest {
  private static final ConsoleSettings KNOWN =
      ConsoleSettings.FRESH.withSignIn("https://optima.example.org", "elif@example.org", "ost_1");

  /// As the entry of a menu may name it, at every start.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://optima.example.org",
        "optima.example.org",
        "https://optima.example.org/",
        "https://Optima.Example.org:443"
      })
  void nobodySignsInAgainForAnotherSpelling(String given) {
    assertThat(Opening.of(given, Optional.empty(), KNOWN).token()).contains("ost_1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://optima.example.org",
        "https://optima.example.org:8443",
        "https://optima.example.org/other",
        "no address"
      })
  void noOtherServerGetsTheSession(String given) {
    Opening opening = Opening.of(given, Optional.empty(), KNOWN);
    assertThat(opening.server()).isEqualTo(given);
    assertThat(opening.token()).isEmpty();
    assertThat(Opening.of(given, Optional.of("ost_2"), KNOWN).token()).contains("ost_2");
  }

  @Test
  void goesOnWhereItWas() {
    Opening opening = Opening.of(null, Optional.empty(), KNOWN);
    assertThat(opening.server()).isEqualTo("https://optima.example.org");
    assertThat(opening.token()).contains("ost_1");
    assertThat(opening.address()).isPresent();
    assertThat(Opening.of(null, Optional.empty(), ConsoleSettings.FRESH).address()).isEmpty();
  }
}
