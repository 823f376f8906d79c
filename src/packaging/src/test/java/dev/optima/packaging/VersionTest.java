package dev.optima.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The version of the build, as each system wants it.
class VersionTest {
  @ParameterizedTest
  @CsvSource({
    "0.1.0,1.0.1000",
    "0.1.7,1.0.1007",
    "0.2.0-SNAPSHOT,1.0.2000",
    "1.0.0,1.0.0",
    "2.3.4,2.3.4"
  })
  void macOsTellsEveryReleaseFromTheOthers(String version, String mac) {
    assertThat(Version.parse(version).forPackage(Os.MACOS)).isEqualTo(mac);
  }

  @Test
  void theOthersTakeItAsItIs() {
    assertThat(Version.parse("0.1.7").forPackage(Os.WINDOWS)).isEqualTo("0.1.7");
    assertThat(Version.parse("0.1.7").forPackage(Os.LINUX)).isEqualTo("0.1.7");
    assertThat(Version.parse("0.1.7-SNAPSHOT").forDebian()).isEqualTo("0.1.7~snapshot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.0.0-rc1", "v1.0.0", ""})
  void takesNothingElse(String text) {
    assertThatThrownBy(() -> Version.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
