package dev.optima.backend.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.rest.ConsentWording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentTextTest {
  /// What each version said. Whoever changes the words raises `ConsentText.VERSION` and adds a line
  /// here; a line that is here stays, since people agreed to it.
  private static final Map<String, String> SEALS =
      Map.of(
          "1", "a2ac3f1a07c14ee7e9b2a971f02131280971c45cb0ade197bdaf487e338ef910",
          "2", "693166ab803a9add847c60aae9cb9e0d220ce75a9bffa75317bfbb5910605676");

  @Test
  void otherWordsAreAnotherVersion() throws Exception {
    String words = ConsentText.raw("en") + "\n" + ConsentText.raw("tr");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
    assertThat(SEALS)
        .as("the words of the consent have changed: raise ConsentText.VERSION")
        .containsEntry(ConsentText.VERSION, HexFormat.of().formatHex(digest));
  }

  @Test
  void saysWhoAndHowLongInBothLanguages() {
    var text = new ConsentText("Acme A.Ş.", 30);
    for (String language : ConsentText.languages()) {
      ConsentWording wording = text.in(language);
      assertThat(wording.language()).isEqualTo(language);
      assertThat(wording.version()).isEqualTo(ConsentText.VERSION);
      assertThat(wording.whole()).contains("Acme A.Ş.").contains("30").doesNotContain("{");
      assertThat(wording.paragraphs()).hasSize(5);
    }
    assertThat(text.in("tr").title()).isNotEqualTo(text.in("en").title());
  }
}
