package dev.optima.console.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names with Turkish letters, and dates as they are read here.
class NamesAndFormatsTest {
  private static final Locale TURKISH = Language.TR.locale();
  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
  private static final Instant NOW = Instant.parse("2026-11-22T12:47:00Z");

  @Test
  void initialsAreTurkishInTurkish() {
    assertThat(Names.initials("ismail ışık", TURKISH)).isEqualTo("İI");
    assertThat(Names.initials("ismail ışık", Locale.UK)).isEqualTo("II");
    assertThat(Names.initials("Çağla", TURKISH)).isEqualTo("Ç");
    assertThat(Names.initials("  Ayşe Gül  Yılmaz ", TURKISH)).isEqualTo("AY");
    assertThat(Names.initials("", TURKISH)).isEmpty();
    assertThat(Names.initials("𝒳avier Doe", Locale.UK)).isEqualTo("𝒳D");
  }

  @ParameterizedTest
  @CsvSource({"İnci, inci", "INCI, ınci", "Ş ule, s ULE", "Strauß, STRAUSS", "José, jose"})
  void searchFindsWhateverTheLettersCase(String one, String other) {
    assertThat(Names.fold(one)).isEqualTo(Names.fold(other));
  }

  @Test
  void foldingDoesNotDependOnTheMachinesLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(TURKISH);
    try {
      assertThat(Names.fold("ISTANBUL")).isEqualTo("istanbul");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void daysAreNamedNearAndDatedFar() {
    Formats english = Words.of(Language.EN, ISTANBUL).formats();
    Formats turkish = Words.of(Language.TR, ISTANBUL).formats();
    assertThat(english.dayAndTime(NOW, NOW)).isEqualTo("Today 15:47");
    assertThat(turkish.day(NOW.minus(Duration.ofDays(1)), NOW)).isEqualTo("Dün");
    assertThat(english.day(Instant.parse("2026-11-12T12:00:00Z"), NOW)).isEqualTo("12 Nov");
    assertThat(turkish.day(Instant.parse("2026-11-12T12:00:00Z"), NOW)).isEqualTo("12 Kas");
    assertThat(english.day(Instant.parse("2025-11-12T12:00:00Z"), NOW)).contains("2025");
  }

  @Test
  void aDayBeginsAtMidnightHereNotInUtc() {
    Formats formats = Words.of(Language.EN, ISTANBUL).formats();
    Instant lateYesterdayInUtc = Instant.parse("2026-11-21T21:30:00Z");
    assertThat(formats.day(lateYesterdayInUtc, NOW)).isEqualTo("Today");
  }

  @Test
  void namesBothOffsetsWhereTheClockIsChanged() {
    Formats formats = Words.of(Language.EN, ZoneId.of("Europe/Berlin")).formats();
    Instant half = Instant.parse("2027-10-31T00:30:00Z");
    assertThat(formats.span(half, half.plusSeconds(1800)))
        .isEqualTo("02:30 UTC+02:00 – 02:00 UTC+01:00");
    Instant before = half.minusSeconds(3600);
    assertThat(formats.span(before, before.plusSeconds(1800))).isEqualTo("01:30 – 02:00");
    Formats london = Words.of(Language.EN, ZoneId.of("Europe/London")).formats();
    assertThat(london.span(half, half.plusSeconds(1800))).isEqualTo("01:30 UTC+01:00 – 01:00 UTC");
  }

  @Test
  void tellsTheTimeThere() {
    Formats formats = Words.of(Language.TR, ISTANBUL).formats();
    assertThat(formats.timeAt(NOW, ZoneId.of("Europe/Berlin"))).isEqualTo("13:47");
    assertThat(formats.city("Europe/Istanbul")).isEqualTo("İstanbul");
    assertThat(formats.city("America/New_York")).isEqualTo("New York");
    assertThat(formats.city("America/Argentina/Buenos_Aires")).isEqualTo("Buenos Aires");
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00", "7, 0:07", "45, 0:45", "766, 12:46", "3723, 1:02:03", "-5, 0:00"})
  void lengths(long seconds, String shown) {
    assertThat(Formats.length(Duration.ofSeconds(seconds))).isEqualTo(shown);
  }
}
