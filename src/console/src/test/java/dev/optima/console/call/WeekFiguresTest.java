package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.fx.Tasks;
import dev.optima.console.sample.ScriptedAnalytics;
import dev.optima.protocol.rest.CallAnalytics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When the figures of the week are asked for.
class WeekFiguresTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final List<Instant> asked = new ArrayList<>();
  private Instant now = START;
  private boolean fails;

  private WeekFiguresViewModel model(double random) {
    return new WeekFiguresViewModel(
        this::count,
        new Tasks(Runnable::run, Runnable::run),
        () -> now,
        ZoneId.of("Europe/Istanbul"),
        () -> random);
  }

  private CallAnalytics count(Instant from, Instant to, ZoneId zone) throws IOException {
    if (asked.isEmpty() || !asked.getLast().equals(now)) {
      asked.add(now);
    }
    if (fails) {
      throw new IOException("503");
    }
    return ScriptedAnalytics.nothing(from, to);
  }

  /// After how many seconds it is asked, while time goes on so far.
  private List<Long> askedWithin(WeekFiguresViewModel model, int seconds) {
    asked.clear();
    Instant from = now;
    for (int i = 1; i <= seconds; i++) {
      now = from.plusSeconds(i);
      model.tick(now);
    }
    return asked.stream().map(at -> Duration.between(from, at).toSeconds()).toList();
  }

  @Test
  void whatFailedIsAskedAgainSoonAndNotByAllAtTheSameMoment() {
    for (double random : new double[] {0, 1}) {
      WeekFiguresViewModel model = model(random);
      fails = true;
      model.load();
      assertThat(model.problem().get()).isNotNull();
      fails = false;
      assertThat(askedWithin(model, 290)).containsExactly(random == 0 ? 5L : 10L);
      assertThat(model.problem().get()).isNull();
    }
  }

  @Test
  void whatAllHearIsNotAskedByAllAtTheSameMoment() {
    for (double random : new double[] {0, 1}) {
      WeekFiguresViewModel model = model(random);
      model.load();
      model.changed();
      model.changed();
      assertThat(askedWithin(model, 60)).containsExactly(random == 0 ? 2L : 4L);
    }
  }
}
