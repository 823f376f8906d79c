package dev.optima.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/// Axes and the files that charts become.
class StepsTest {

  @Test
  void countWholeThingsInRoundSteps() {
    assertThat(lines(Steps.whole(12))).containsExactly(0.0, 4.0, 8.0, 12.0);
    assertThat(lines(Steps.whole(0))).containsExactly(0.0, 1.0);
    assertThat(lines(Steps.whole(3))).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(lines(Steps.whole(12_345))).containsExactly(0.0, 4000.0, 8000.0, 12_000.0, 16_000.0);
    assertThat(lines(Steps.between(1, 5, 1))).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
  }

  @Property
  void holdWhatIsDrawn(@ForAll @DoubleRange(min = 0.01, max = 1e9) double most) {
    for (Steps steps : List.of(Steps.upTo(most), Steps.whole(most))) {
      assertThat(steps.top()).isGreaterThanOrEqualTo(most * (1 - 1e-6));
      assertThat(steps.count()).isBetween(1, 4);
    }
  }

  @Test
  void writeFiguresThatNoProgramTakesForAFormula() {
    Table table =
        new Table(
            List.of("Name", "Interviews"),
            List.of(
                List.of("=Selin Ak", 3L),
                List.of("Kaya, Elif", 1234L),
                List.of("a \"b\"", -2.5),
                List.of("", "")));
    assertThat(table.csv())
        .isEqualTo(
            "Name,Interviews\r\n'=Selin Ak,3\r\n\"Kaya, Elif\",1234\r\n\"a \"\"b\"\"\",-2.5\r\n,\r\n");
    assertThat(table.tabbed()).startsWith("Name\tInterviews\n'=Selin Ak\t3\nKaya, Elif\t1234\n");
  }

  private static List<Double> lines(Steps steps) {
    return steps.lines().boxed().toList();
  }
}
