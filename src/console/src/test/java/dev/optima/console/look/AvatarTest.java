package dev.optima.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The colour of a name. The same samples stand in the LogicTest of the pages.
class AvatarTest {

  @ParameterizedTest
  @CsvSource({
    "Elif Kaya,0",
    "John Doe,3",
    "Ayşe Nur Yılmaz,0",
    "İlker Can,2",
    "李小龍,3",
    "'',0",
    "a,2"
  })
  void aNameHasTheColourThatItHasOnTheApplicantsPage(String name, int colour) {
    assertThat(Avatar.colour(name)).isEqualTo(colour);
  }
}
