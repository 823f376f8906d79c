package dev.optima.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Nothing that was acknowledged is lost, doubled or out of order, whatever is cut or killed. The
/// size that counts is run by `mvn -Pcheck`; this is a small one for every build.
@Tag("slow")
class HistoryTest {
  private static final int DISCONNECTS = 60;
  private static final int KILLS = 8;

  private static CheckOptions options() {
    var options = new CheckOptions(Set.of(), DISCONNECTS, KILLS, 2, 3, CheckOptions.newSeed());
    System.out.println("history checker: seed " + options.seed());
    return options;
  }

  @Test
  void nothingIsLostDoubledOrOutOfOrderOnSqlite() throws Exception {
    good(new CheckRun(options()).onSqlite());
  }

  @Test
  void nothingIsLostDoubledOrOutOfOrderOnPostgres() throws Exception {
    good(new CheckRun(options()).onPostgres());
  }

  private static void good(CheckReport report) {
    System.out.println(report);
    assertThat(report.violations()).isEmpty();
    assertThat(report.acknowledged()).isPositive().isEqualTo(report.said() - report.refused());
    assertThat(report.resent()).isPositive();
    assertThat(report.changes()).isPositive();
  }
}
