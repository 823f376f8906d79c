package dev.optima.protocol.quality;

import static java.lang.Math.max;
import static java.lang.Math.min;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CallScoreTest {
  private static Measured sample(
      @Nullable Double rtt,
      @Nullable Double loss,
      @Nullable Double concealed,
      @Nullable Double fps,
      @Nullable Integer height,
      @Nullable Double frozen) {
    Integer width = height == null ? null : Integer.valueOf(height * 16 / 9);
    return new Measured(
        rtt, loss, null, null, fps, width, height, loss, concealed, null, frozen, null, null, null,
        null);
  }

  private static double total(Measured sample) {
    return requireNonNull(CallScore.of(sample).total());
  }

  /// The same table is asked of the call page (LogicTest).
  @ParameterizedTest
  @CsvFileSource(resources = "/quality/bars.csv", numLinesToSkip = 1)
  void barsAreThoseOfThePage(
      @Nullable Double rtt,
      @Nullable Double loss,
      @Nullable Double frozen,
      @Nullable Double concealed,
      int bars) {
    assertThat(QualityBars.of(sample(rtt, loss, concealed, null, null, frozen))).isEqualTo(bars);
  }

  @Test
  void aGoodCallIsGoodAndAHopelessOneIsNot() {
    assertThat(total(sample(0.03, 0.0, 0.0, 30.0, 720, 0.0))).isGreaterThan(4.3);
    assertThat(total(sample(0.7, 0.3, 0.3, 4.0, 180, 0.5))).isLessThan(1.5);
  }

  @Test
  void nothingMeasuredIsNoScore() {
    assertThat(CallScore.of(sample(null, null, null, null, null, null))).isEqualTo(CallScore.NONE);
  }

  @Test
  void withoutAPictureTheSoundCountsAlone() {
    CallScore score = CallScore.of(sample(0.1, 0.02, null, 0.0, null, null));

    assertThat(score.video()).isNull();
    assertThat(score.total()).isEqualTo(score.audio());
  }

  @Test
  void withBothTheSoundCountsTwice() {
    CallScore score = CallScore.of(sample(0.1, 0.02, null, 12.0, 360, null));
    double audio = requireNonNull(score.audio());
    double video = requireNonNull(score.video());

    assertThat(requireNonNull(score.total())).isEqualTo((2 * audio + video) / 3, within(1e-9));
  }

  @Test
  void whatWasMendedIsNotHeard() {
    assertThat(requireNonNull(CallScore.of(sample(0.1, 0.05, 0.0, null, null, null)).audio()))
        .isGreaterThan(
            requireNonNull(CallScore.of(sample(0.1, 0.05, null, null, null, null)).audio()));
  }

  @ParameterizedTest
  @CsvSource({
    "720, 30, 0, 4.50", "360, 30, 0, 3.80", "180, 30, 0, 3.10", "90, 30, 0, 2.40",
    "40, 30, 0, 2.40", "1080, 60, 0, 4.50", "720, 15, 0, 3.96", "720, 5, 0, 2.15",
    "720, 0, 1, 1.00", "720, 30, 0.1, 3.59"
  })
  void picturesHaveTheScoresOfTheTableInTheAdr(int height, double fps, double frozen, double is) {
    Double score = VideoScore.of(sample(null, null, null, fps, height, frozen));

    assertThat(requireNonNull(score)).isEqualTo(is, within(0.005));
  }

  @Test
  void aTelephoneHeldUprightIsAsGood() {
    Measured upright =
        new Measured(
            null, null, null, null, 30.0, 720, 1280, null, null, null, null, null, null, null,
            null);

    assertThat(VideoScore.of(upright)).isEqualTo(4.5);
  }

  @Property
  void theScoreNeverRisesWithLossDelayOrFreezes(
      @ForAll @DoubleRange(max = 3) double rtt,
      @ForAll @DoubleRange(max = 3) double rtt2,
      @ForAll @DoubleRange(max = 1) double loss,
      @ForAll @DoubleRange(max = 1) double loss2,
      @ForAll @DoubleRange(max = 1) double frozen,
      @ForAll @DoubleRange(max = 1) double frozen2,
      @ForAll @DoubleRange(max = 60) double fps,
      @ForAll @IntRange(min = 1, max = 2_160) int height) {
    double best =
        total(sample(min(rtt, rtt2), min(loss, loss2), null, fps, height, min(frozen, frozen2)));

    assertThat(best).isBetween(1.0, 5.0);
    for (Measured worse :
        new Measured[] {
          sample(max(rtt, rtt2), min(loss, loss2), null, fps, height, min(frozen, frozen2)),
          sample(min(rtt, rtt2), max(loss, loss2), null, fps, height, min(frozen, frozen2)),
          sample(min(rtt, rtt2), min(loss, loss2), null, fps, height, max(frozen, frozen2)),
          sample(max(rtt, rtt2), max(loss, loss2), null, fps, height, max(frozen, frozen2))
        }) {
      assertThat(total(worse)).isBetween(1.0, best);
    }
  }
}
