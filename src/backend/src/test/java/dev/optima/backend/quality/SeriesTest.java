package dev.optima.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optima.backend.quality.ReportStore.Report;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import dev.optima.protocol.quality.Measured;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What one person measured, in steps, and as bytes.
class SeriesTest {
  private static final Instant START = Instant.parse("2026-11-23T09:00:05Z");

  private static Measured rtt(double rtt) {
    return new Measured(
        rtt, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  private static Report at(double seconds, Measured measured) {
    return new Report(START.plusMillis(Math.round(seconds * 1000)), measured);
  }

  /// As a browser reports: most figures, some of them missing now and then.
  private static Measured some(Random random) {
    return new Measured(
        maybe(random, 0.02 + random.nextDouble() * 0.05),
        maybe(random, random.nextInt(4) == 0 ? random.nextDouble() * 0.03 : 0.0),
        maybe(random, random.nextDouble() * 0.02),
        maybe(random, 1.2e6 + random.nextGaussian() * 2e5),
        maybe(random, 24 + random.nextDouble() * 6),
        1280,
        720,
        maybe(random, 0.0),
        maybe(random, random.nextInt(4) == 0 ? random.nextDouble() * 0.02 : 0.0),
        maybe(random, 0.04 + random.nextDouble() * 0.04),
        maybe(random, 0.0),
        maybe(random, 0.0),
        maybe(random, 24 + random.nextDouble() * 6),
        maybe(random, 2.4e6 + random.nextGaussian() * 2e5),
        Limit.values()[random.nextInt(3) / 2]);
  }

  private static @Nullable Double maybe(Random random, double value) {
    return random.nextInt(50) == 0 ? null : Double.valueOf(value);
  }

  private static List<Report> call(int reports, Random random) {
    var all = new ArrayList<Report>();
    for (int i = 0; i < reports; i++) {
      all.add(at(i * 5 + random.nextDouble(), some(random)));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "240, 5", "241, 10", "480, 10", "481, 20", "720, 20", "5760, 160"})
  void theStepDoublesUntilThereAre240OrFewer(int reports, int step) {
    var all = new ArrayList<Report>();
    for (int i = 0; i < reports; i++) {
      all.add(at(i * 5, rtt(0.05)));
    }

    Series series = Series.of(all);

    assertThat(series.step()).isEqualTo(step);
    assertThat(series.samples()).hasSizeBetween(1, Series.MOST);
    assertThat(series.begin()).isEqualTo(START.minusSeconds(5));
  }

  @Test
  void aStepIsTheMeanOfWhatIsKnown() {
    var all = new ArrayList<Report>();
    for (int i = 0; i < 300; i++) {
      all.add(at(i * 5, rtt(i % 2 == 0 ? 0.04 : 0.06)));
    }

    Series series = Series.of(all);

    assertThat(series.samples()).allMatch(s -> s.measured().equals(rtt(0.05)));
  }

  @Test
  void earlyAndLateReportsLeaveNoGapAndSilenceDoes() {
    Series series =
        Series.of(
            List.of(
                at(0, rtt(0.01)),
                at(5.4, rtt(0.02)),
                at(9.7, rtt(0.03)),
                at(9.8, rtt(0.05)),
                at(30, rtt(0.06))));

    assertThat(series.samples()).extracting(Series.Slot::at).containsExactly(0, 1, 2, 6);
    assertThat(series.samples().get(2).measured()).isEqualTo(rtt(0.04));
    assertThat(series.at(series.samples().getLast())).isEqualTo(START.plusSeconds(25));
  }

  @Test
  void packingLosesNothing() {
    var random = new Random(7);
    for (int reports : new int[] {1, 2, 17, 240, 241, 720, 3000}) {
      Series series = Series.of(call(reports, random));

      assertThat(SeriesForm.unpack(SeriesForm.pack(series))).isEqualTo(series);
    }
  }

  /// The rounding is the only loss, and it is that of the document.
  @Test
  void valuesAreRoundedAsWritten() {
    var exact =
        new Measured(
            0.03456,
            0.01249,
            0.004567,
            1_234_567.0,
            29.97,
            1280,
            720,
            0.0004,
            0.9996,
            0.0614,
            1.0,
            0.3333,
            14.96,
            2_345_678.0,
            Limit.CPU);

    Measured kept =
        SeriesForm.unpack(SeriesForm.pack(Series.of(List.of(at(0, exact))))).measured().getFirst();

    assertThat(kept)
        .isEqualTo(
            new Measured(
                0.035,
                0.012,
                0.0046,
                1_235_000.0,
                30.0,
                1280,
                720,
                0.0,
                1.0,
                0.061,
                1.0,
                0.333,
                15.0,
                2_346_000.0,
                Limit.CPU));
  }

  @Test
  void theLargestFiguresFit() {
    var most =
        new Measured(
            3600.0,
            1.0,
            3600.0,
            1e10,
            1000.0,
            16_384,
            16_384,
            1.0,
            1.0,
            3600.0,
            1.0,
            1.0,
            1000.0,
            1e10,
            Limit.OTHER);
    Series series = Series.of(List.of(at(0, rtt(0)), at(5, most), at(10, rtt(0))));

    assertThat(SeriesForm.unpack(SeriesForm.pack(series))).isEqualTo(series);
    assertThat(series.measured().get(1)).isEqualTo(most);
  }

  /// What ADR 0023 says that it takes.
  @Test
  void anHourTakesUnderTwoKilobytesAPerson() {
    int bytes = SeriesForm.pack(Series.of(call(720, new Random(1)))).length;

    assertThat((double) bytes).isCloseTo(1_700, within(200.0));
  }

  @Test
  void anotherFormIsRefused() {
    byte[] packed = SeriesForm.pack(Series.of(List.of(at(0, rtt(0.1)))));
    packed[0] = 9;

    assertThatThrownBy(() -> SeriesForm.unpack(packed)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> SeriesForm.unpack(new byte[0]))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aCallIsAsGoodAsItIsForWhoeverHasItWorst() {
    Series good = steady(0.03, 100);
    Series bad = steady(0.9, 100);
    Series brief = steady(2.5, 2);

    assertThat(Verdict.of(List.of(good, bad, brief))).isEqualTo(Verdict.of(bad));
    assertThat(Verdict.of(List.of(brief))).isEqualTo(Verdict.of(brief));
    assertThat(Verdict.of(List.of()).total()).isNull();
  }

  private static Series steady(double rtt, int reports) {
    var all = new ArrayList<Report>();
    for (int i = 0; i < reports; i++) {
      all.add(new Report(START.plus(Duration.ofSeconds(5L * i)), rtt(rtt)));
    }
    return Series.of(all);
  }
}
