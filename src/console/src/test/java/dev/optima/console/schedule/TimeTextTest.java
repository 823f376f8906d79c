package dev.optima.console.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times as they are typed, and as they are drawn.
class TimeTextTest {
  @ParameterizedTest
  @CsvSource({
    "14:00, 14:00",
    "14.30, 14:30",
    "1430, 14:30",
    "930, 09:30",
    "'9 30', 09:30",
    "9, 09:00",
    "' 09:05 ', 09:05",
    "0:00, 00:00",
    "23:59, 23:59"
  })
  void isReadAsPeopleTypeIt(String typed, LocalTime time) {
    assertThat(TimeText.parse(typed)).contains(time);
    assertThat(TimeText.parse(TimeText.of(time))).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "24:00", "9:60", "nine", "12:3", "123456", "-1"})
  void isNotGuessed(String typed) {
    assertThat(TimeText.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:07:00Z, 2026-11-23T10:00:00Z, 2026-11-23T10:15:00Z",
    "2026-11-23T10:15:00Z, 2026-11-23T10:15:00Z, 2026-11-23T10:30:00Z",
    "2026-11-23T23:59:59Z, 2026-11-23T23:45:00Z, 2026-11-24T00:00:00Z"
  })
  void isDrawnAtAQuarter(Instant drawn, Instant before, Instant after) {
    assertThat(quarter(drawn, "Europe/Berlin", false)).isEqualTo(before);
    assertThat(quarter(drawn, "Europe/Berlin", true)).isEqualTo(after);
  }

  /// The quarters there are not those of UTC.
  @Test
  void isDrawnAtAQuarterOfTheClockThere() {
    assertThat(quarter(Instant.parse("2026-11-23T10:07:00Z"), "Asia/Kathmandu", false))
        .isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
  }

  /// In the hour that comes twice the later one is not taken for the earlier.
  @Test
  void isDrawnWhereItIsWhenAnHourComesTwice() {
    Instant later = Instant.parse("2026-10-25T01:20:00Z");
    assertThat(quarter(later, "Europe/Berlin", false))
        .isEqualTo(Instant.parse("2026-10-25T01:15:00Z"));
  }

  private static Instant quarter(Instant drawn, String zone, boolean up) {
    return new Quarters().adjustTime(drawn, ZoneId.of(zone), up, DayOfWeek.MONDAY);
  }
}
