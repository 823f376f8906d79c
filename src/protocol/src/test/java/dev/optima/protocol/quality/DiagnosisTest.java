package dev.optima.protocol.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import dev.optima.protocol.quality.Diagnosis.Break;
import dev.optima.protocol.quality.Diagnosis.Person;
import dev.optima.protocol.quality.Diagnosis.Way;
import dev.optima.protocol.rest.CallQuality.Cause;
import dev.optima.protocol.rest.CallQuality.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final Measured GOOD = sample(0.04, 0, 0.004, 0);
  private static final Measured LOSSY = sample(0.04, 0.09, 0.004, 0.1);
  private static final Measured LATE = sample(0.6, 0, 0.004, 0);
  private static final Measured UNEVEN = sample(0.04, 0, 0.09, 0);
  private static final Measured FROZEN = sample(0.04, 0, 0.004, 0.4);
  private static final Measured NARROW = sent(Limit.BANDWIDTH, 14, 180_000);
  private static final Measured SLOW = sent(Limit.CPU, 7, 3e6);

  private static Measured sample(double rtt, double loss, double jitter, double frozen) {
    return new Measured(
        rtt,
        loss,
        jitter,
        1e6,
        28.0,
        1280,
        720,
        loss,
        loss,
        0.05,
        frozen,
        0.0,
        28.0,
        3e6,
        Limit.NONE);
  }

  private static Measured sent(Limit limit, double fps, double available) {
    return new Measured(
        0.04, 0.0, 0.004, 1e6, 28.0, 1280, 720, 0.0, 0.0, 0.05, 0.0, 0.0, fps, available, limit);
  }

  private static Person person(String name, int good, Measured bad, int times) {
    var samples = new ArrayList<>(Collections.nCopies(good, GOOD));
    samples.addAll(Collections.nCopies(times, bad));
    return new Person(new UserId("u-" + name), name, 5, samples);
  }

  private static Person fine(String name) {
    return person(name, 100, GOOD, 0);
  }

  private static List<Reason> direct(Person... people) {
    return Diagnosis.of(Way.DIRECT, List.of(people), List.of());
  }

  private static List<Reason> server(Person... people) {
    return Diagnosis.of(Way.SERVER, List.of(people), List.of());
  }

  @Test
  void aGoodCallHasNoReasons() {
    assertThat(direct(fine("elif"), fine("john"))).isEmpty();
    assertThat(direct()).isEmpty();
  }

  @Test
  void betweenTwoBrowsersNobodyIsNamedForTheLine() {
    List<Reason> reasons = direct(person("elif", 60, LOSSY, 40), fine("john"));

    assertThat(reasons).hasSize(1);
    assertThat(reasons.getFirst().cause()).isEqualTo(Cause.LOSS);
    assertThat(reasons.getFirst().userId()).isNull();
    assertThat(reasons.getFirst().share()).isEqualTo(0.4, within(1e-9));
    assertThat(reasons.getFirst().value()).isEqualTo(0.09);
  }

  @Test
  void twoOverAServerMayTalkDirectlyAllTheSame() {
    assertThat(server(person("elif", 50, LATE, 50), fine("john")))
        .allMatch(r -> r.cause() == Cause.DELAY && r.userId() == null)
        .hasSize(1);
  }

  @Test
  void aSlowComputerIsItsOwners() {
    List<Reason> reasons = direct(fine("elif"), person("john", 50, SLOW, 50));

    assertThat(reasons).hasSize(1);
    assertThat(reasons.getFirst().cause()).isEqualTo(Cause.SLOW_COMPUTER);
    assertThat(reasons.getFirst().name()).isEqualTo("john");
  }

  @Test
  void ofThreeOverAServerWhoAloneMissesThingsHasABadLine() {
    List<Reason> reasons =
        server(fine("elif"), person("john", 50, LOSSY, 50), person("ayse", 60, NARROW, 40));

    assertThat(reasons)
        .extracting(Reason::cause, Reason::name)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Cause.LOSS, "john"),
            org.assertj.core.groups.Tuple.tuple(Cause.BANDWIDTH, "ayse"));
  }

  @Test
  void whatTwoOfThreeMissIsNobodysForSure() {
    List<Reason> reasons =
        server(fine("elif"), person("john", 50, LOSSY, 50), person("ayse", 60, LOSSY, 40));

    assertThat(reasons).hasSize(1);
    assertThat(reasons.getFirst().userId()).isNull();
    assertThat(reasons.getFirst().share()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void inAPanelOfBrowsersTheLineIsStillNobodys() {
    assertThat(direct(fine("elif"), person("john", 50, LOSSY, 50), fine("ayse")))
        .hasSize(1)
        .allMatch(r -> r.userId() == null);
  }

  @Test
  void aPictureThatStandsStillByItselfIsFrozenAndWithLossesItIsTheLosses() {
    assertThat(direct(person("elif", 50, FROZEN, 50)))
        .extracting(Reason::cause)
        .containsExactly(Cause.FROZEN);
    assertThat(direct(person("elif", 50, LOSSY, 50)))
        .extracting(Reason::cause)
        .containsExactly(Cause.LOSS);
  }

  @Test
  void theWorstComesFirstAndTheRareDoesNotCount() {
    List<Reason> reasons =
        direct(person("elif", 70, LOSSY, 30), person("john", 40, UNEVEN, 60), fine("ayse"));

    assertThat(reasons).extracting(Reason::cause).contains(Cause.LOSS, Cause.JITTER);
    assertThat(direct(person("elif", 97, LATE, 3))).isEmpty();
    assertThat(direct(person("elif", 2, LATE, 1))).isEmpty();
  }

  @Test
  void aBreakIsNamedIfItIsKnownWhoseItWas() {
    List<Reason> reasons =
        Diagnosis.of(
            Way.DIRECT,
            List.of(fine("elif"), fine("john")),
            List.of(new Break(new UserId("u-john"), "john", 20), new Break(null, null, 5)));

    assertThat(reasons).extracting(Reason::cause).containsOnly(Cause.BROKEN);
    assertThat(reasons).extracting(Reason::name).containsExactly("john", null);
    assertThat(reasons.getFirst().share()).isEqualTo(20 / 525.0, within(1e-9));
  }
}
