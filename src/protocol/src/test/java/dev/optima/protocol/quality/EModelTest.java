package dev.optima.protocol.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optima.protocol.quality.EModel.Codec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against what ITU-T and others have published.
class EModelTest {
  private static final Codec G711 = new Codec(0, 4.3);
  private static final Codec G729A = new Codec(11, 19);

  /// G.107, table 2: "the default values … result in a very high quality with a rating factor of R
  /// = 93.2".
  @Test
  void theDefaultsGiveTheRatingOfTheRecommendation() {
    assertThat(EModel.rating(0, 0, 1, G711)).isEqualTo(93.2, within(0.05));
    assertThat(EModel.score(93.2)).isEqualTo(4.41, within(0.005));
  }

  /// G.107, table B.1, which rounds up.
  @ParameterizedTest
  @CsvSource({
    "90, 4.34",
    "80, 4.03",
    "70, 3.60",
    "60, 3.10",
    "50, 2.58",
    "0, 1",
    "-5, 1",
    "100, 4.5"
  })
  void ratingsHaveTheScoresOfAnnexB(double rating, double score) {
    assertThat(EModel.score(rating)).isEqualTo(score, within(0.01));
  }

  /// Cole and Rosenbluth, "Voice over IP performance monitoring" (2001), figure 1: the impairment
  /// by delay of G.107 with its default echo loss is `0.024 d + 0.11 (d − 177.3)` from there on;
  /// they say that it fits for less than 400 ms.
  @ParameterizedTest
  @CsvSource({"20", "50", "100", "150", "200", "250", "300", "350"})
  void delayCostsWhatThePublishedCurveSays(double delay) {
    double published = 0.024 * delay + 0.11 * Math.max(0, delay - 177.3);

    assertThat(93.2 - EModel.rating(delay, 0, 1, G711)).isEqualTo(published, within(2.0));
  }

  /// G.113, appendix I (1999 measurements): the impairment of G.729A under random losses.
  @ParameterizedTest
  @CsvSource({"0, 11", "0.01, 15", "0.02, 19", "0.03, 23", "0.04, 26"})
  void lossesCostWhatWasMeasured(double loss, double impairment) {
    double cost = EModel.rating(0, 0, 1, G711) - EModel.rating(0, loss, 1, G729A);

    assertThat(cost).isEqualTo(impairment, within(1.0));
  }

  @Test
  void lossesThatComeTogetherCostMore() {
    assertThat(EModel.rating(50, 0.05, 2, Codec.OPUS))
        .isLessThan(EModel.rating(50, 0.05, 1, Codec.OPUS));
  }

  @Property
  void theRatingFallsWithLoss(
      @ForAll @DoubleRange(max = 2_000) double delay,
      @ForAll @DoubleRange(max = 1) double some,
      @ForAll @DoubleRange(max = 1) double other,
      @ForAll @DoubleRange(min = 1, max = 8) double burst) {
    double less = EModel.rating(delay, Math.min(some, other), burst, Codec.OPUS);
    double more = EModel.rating(delay, Math.max(some, other), burst, Codec.OPUS);

    assertThat(more).isLessThanOrEqualTo(less);
  }

  /// To a hundred-thousandth: under 20 ms the side tone hides a trace of the echo.
  @Property
  void theRatingFallsWithDelay(
      @ForAll @DoubleRange(max = 5_000) double some,
      @ForAll @DoubleRange(max = 5_000) double other,
      @ForAll @DoubleRange(max = 1) double loss) {
    double less = EModel.rating(Math.min(some, other), loss, 1, Codec.OPUS);
    double more = EModel.rating(Math.max(some, other), loss, 1, Codec.OPUS);

    assertThat(more).isLessThanOrEqualTo(less + 1e-5);
  }

  @Property
  void theScoreRisesWithTheRatingAndStaysWithinItsScale(
      @ForAll @DoubleRange(min = -200, max = 200) double some,
      @ForAll @DoubleRange(min = -200, max = 200) double other) {
    double low = EModel.score(Math.min(some, other));
    double high = EModel.score(Math.max(some, other));

    assertThat(low).isBetween(1.0, high);
    assertThat(high).isLessThanOrEqualTo(4.5);
  }
}
