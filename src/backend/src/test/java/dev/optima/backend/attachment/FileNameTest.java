package dev.optima.backend.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lebenslauf.pdf | Lebenslauf.pdf
          Özgeçmiş ✓.pdf | Özgeçmiş ✓.pdf
          ../../etc/passwd | passwd
          ..\\..\\boot.ini | boot.ini
          C:\\Users\\a\\cv.pdf | cv.pdf
          /abs/olute.txt | olute.txt
          .. | file
          . | file
          '   ' | file
          .htaccess | htaccess
          a/ | file
          cv.pdf. . | cv.pdf
          CON | _CON
          nul.txt | _nul.txt
          Com1 .log | _Com1 .log
          console.txt | console.txt
          a<b>c:d"e?f*.txt | a_b_c_d_e_f_.txt
          """,
      quoteCharacter = '\'')
  void whatPointsElsewhereIsTakenOut(String given, String harmless) {
    assertThat(FileName.harmless(given)).isEqualTo(harmless);
  }

  @Test
  void whatHidesOrTurnsRoundIsTakenOut() {
    assertThat(FileName.harmless("cv\u202Efdp.exe")).isEqualTo("cvfdp.exe");
    assertThat(FileName.harmless("a\u2066b\u2069c\u200F\u061C.txt")).isEqualTo("abc.txt");
    assertThat(FileName.harmless("a\u200B\u200D\uFEFF\u2060\u00AD.txt")).isEqualTo("a.txt");
    assertThat(FileName.harmless("a\u0000.pdf\r\nSet-Cookie: x")).isEqualTo("a.pdfSet-Cookie_ x");
    assertThat(FileName.harmless("half\uD800.txt")).isEqualTo("half.txt");
    assertThat(FileName.harmless("\u3164\u2800.png")).isEqualTo("png");
    assertThat(FileName.harmless("a\u2028b\u00A0c\u3000d.txt")).isEqualTo("ab c d.txt");
    assertThat(FileName.harmless("x\uDB40\uDC41.txt")).isEqualTo("x.txt");
  }

  @Test
  void oneNameIsWrittenInOneWay() {
    assertThat(FileName.harmless("e\u0301te\u0301.txt")).isEqualTo("\u00e9t\u00e9.txt");
  }

  @Test
  void aLongNameKeepsItsExtension() {
    String shortened = FileName.harmless("\uD83D\uDE00".repeat(300) + ".docx");
    assertThat(shortened.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
    assertThat(shortened).endsWith(".docx").startsWith("\uD83D\uDE00");
    assertThat(FileName.harmless("a".repeat(300))).hasSize(200);
    assertThat(FileName.harmless("a." + "b".repeat(300))).hasSize(200);
  }
}
