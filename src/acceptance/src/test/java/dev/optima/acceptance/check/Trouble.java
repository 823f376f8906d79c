package dev.optima.acceptance.check;

import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Tear;
import dev.optima.acceptance.harness.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/// Cuts connections and kills the backend, at random, as often as asked for.
final class Trouble {
  private static final Duration RETURN = Duration.ofSeconds(60);
  private static final int OCCASION_SECONDS = 2;

  private final Site site;
  private final List<Device> devices;
  private final RandomGenerator random;
  private final Map<Tear, Integer> torn = new EnumMap<>(Tear.class);
  private int idle;
  private int killed;

  Trouble(Site site, List<Device> devices, long seed) {
    this.site = site;
    this.devices = devices;
    random = new java.util.Random(seed);
  }

  void make(int cuts, int kills) throws IOException, InterruptedException {
    int total = cuts + kills;
    for (int i = 1; i <= total; i++) {
      // Spread evenly: a kill whenever its share of the whole is due.
      if ((long) i * kills / total > (long) (i - 1) * kills / total) {
        kill();
      } else {
        cut();
      }
    }
  }

  private void kill() throws IOException, InterruptedException {
    Wait.pass(Duration.ofMillis(random.nextInt(300)));
    site.killAndRestart();
    killed++;
  }

  /// Tears the cable of somebody who is connected, and waits until it is torn.
  private void cut() throws InterruptedException {
    Device victim = devices.get(random.nextInt(devices.size()));
    Wait.until("a device comes back", RETURN, victim::isOnline);
    Tear where = Tear.values()[random.nextInt(Tear.values().length)];
    try {
      victim.cable().tear(where).get(OCCASION_SECONDS, TimeUnit.SECONDS);
      torn.merge(where, 1, Integer::sum);
    } catch (TimeoutException e) {
      victim.cable().sever(); // it had nothing to say
      idle++;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  int killed() {
    return killed;
  }

  int cuts() {
    return torn.values().stream().mapToInt(Integer::intValue).sum() + idle;
  }

  @Override
  public String toString() {
    return "%d kills, %d disconnects (%s, idle %d)".formatted(killed, cuts(), torn, idle);
  }
}
