package dev.optima.console.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZoneSuggestionsTest {
  @Test
  void findsACityByItsBeginning() {
    assertThat(ZoneSuggestions.matching("berl")).containsExactly("Europe/Berlin");
    assertThat(ZoneSuggestions.matching("new york")).containsExactly("America/New_York");
    assertThat(ZoneSuggestions.matching("İst")).startsWith("Asia/Istanbul", "Europe/Istanbul");
  }

  @Test
  void offersFewAndNothingForNothing() {
    assertThat(ZoneSuggestions.matching("a")).hasSize(8);
    assertThat(ZoneSuggestions.matching(" ")).isEmpty();
    assertThat(ZoneSuggestions.matching("nowhere at all")).isEmpty();
  }
}
