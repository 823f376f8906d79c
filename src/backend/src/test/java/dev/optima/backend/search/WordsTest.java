package dev.optima.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.rest.SearchHits.Mark;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts taken apart, and what is shown of them.
class WordsTest {

  private static List<String> words(String text) {
    return Words.of(text).stream().map(Words.Word::folded).toList();
  }

  private static SearchQuery query(String typed) {
    return SearchQuery.read(typed).orElseThrow();
  }

  private static String marked(Snippet snippet) {
    return snippet.marks().stream()
        .map(mark -> snippet.text().substring(mark.start(), mark.end()))
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @CsvSource({
    "İstanbul, istanbul",
    "ISPARTA, isparta",
    "ılık, ilik",
    "ŞAHİN, sahin",
    "Çağrı, cagri",
    "naïve, naive",
    "Straße, strasse",
    "ﬁnal, final",
    "१२३, १२३",
  })
  void wordsAreFolded(String word, String folded) {
    assertThat(words(word)).containsExactly(folded);
  }

  @Test
  void aTextIsTakenApartAtAllThatIsNoLetter() {
    assertThat(words("Elif'in e-postası: <elif@örnek.com>, saat 14:30!"))
        .containsExactly("elif", "in", "e", "postasi", "elif", "ornek", "com", "saat", "14", "30");
    assertThat(words("大丈夫です ok")).containsExactly("大", "丈", "夫", "て", "す", "ok");
    assertThat(words("👍 \" ' ( ) * \u0000 \uD800 \uE000\uE001")).isEmpty();
    assertThat(words("")).isEmpty();
    assertThat(words("x".repeat(100))).containsExactly("x".repeat(64));
  }

  @Test
  void placesAreThoseOfTheTextAsItStands() {
    assertThat(Words.of("👍 Straße İyi"))
        .containsExactly(new Words.Word("strasse", 3, 9), new Words.Word("iyi", 10, 13));
  }

  @Test
  void theLastWordIsABeginning() {
    assertThat(query("kod ORNEK").matches("ornekler")).isTrue();
    assertThat(query("kod ornek").matches("kodlar")).isFalse();
    assertThat(query("kod o").matches("ornek")).as("one letter is no beginning").isFalse();
    assertThat(SearchQuery.read(" * \"' ")).isEmpty();
    assertThat(query("a ".repeat(500) + "b").words()).containsExactly("a");
  }

  @Test
  void aShortTextIsShownWholeAndMarked() {
    Snippet snippet = Snippet.of("Kod örneği için teşekkürler", query("ornegi tesek"));
    assertThat(snippet.text()).isEqualTo("Kod örneği için teşekkürler");
    assertThat(marked(snippet)).isEqualTo("örneği|teşekkürler");
    assertThat(snippet.marks()).containsExactly(new Mark(4, 10), new Mark(16, 27));
  }

  @Test
  void aLongTextIsCutAroundTheFirstMatch() {
    String text = "lorem ipsum ".repeat(100) + "iğne " + "dolor sit ".repeat(100);
    Snippet snippet = Snippet.of(text, query("igne"));
    assertThat(snippet.text()).startsWith("…").endsWith("…").contains(" iğne ");
    assertThat(snippet.text().length()).isLessThanOrEqualTo(162);
    assertThat(marked(snippet)).isEqualTo("iğne");
    assertThat(marked(Snippet.of("iğne " + text, query("igne")))).isEqualTo("iğne");
    assertThat(marked(Snippet.of("lorem ".repeat(300) + "iğne", query("igne")))).isEqualTo("iğne");
  }

  @Test
  void noPairIsCutInTwo() {
    for (int before = 150; before < 170; before++) {
      Snippet snippet = Snippet.of("x".repeat(before) + "👍".repeat(200) + " iğne", query("igne"));
      assertThat(snippet.text().codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000)).isTrue();
      snippet = Snippet.of("iğne " + "x".repeat(before) + "👍".repeat(200), query("igne"));
      assertThat(snippet.text().codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000)).isTrue();
    }
  }
}
