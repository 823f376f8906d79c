package dev.optima.acceptance.load;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// There and back, with no work: what the server's network costs.
final class EchoPhase implements Observer {
  private final Setting setting;
  private final Map<Connection, Long> sentAt = new HashMap<>();
  private Samples samples = new Samples();
  private boolean on;

  EchoPhase(Setting setting) {
    this.setting = setting;
  }

  void run() throws IOException {
    List<Identity> who = setting.cast().applicants().subList(0, setting.options().pairs());
    List<Connection> all = setting.connect(who, 16, this, 20 * Loop.SECOND);
    measure(all, "");
    measure(all.subList(0, 1), "");
    measure(all.subList(0, 1), "echo.idle");
    measure(all, "echo.load");
    setting.close(all);
  }

  private void measure(List<Connection> connections, String metric) throws IOException {
    samples = new Samples();
    double cpu = setting.server().cpu();
    long start = Loop.now();
    on = true;
    connections.forEach(this::ping);
    setting.loop().run(setting.options().phase());
    on = false;
    double seconds = (Loop.now() - start) / 1e9;
    double used = setting.server().cpu() - cpu;
    setting.loop().run(100 * Loop.MILLISECOND);
    if (!metric.isEmpty()) {
      setting.sheet().add(metric + " p50, µs", samples.micros(.5));
      setting.sheet().add(metric + " p99, µs", samples.micros(.99));
      setting.sheet().add(metric + " CPU each, µs", used * 1e6 / Math.max(1, samples.count()));
      setting.sheet().note("%s: %.0f a second", metric, samples.count() / seconds);
    }
  }

  private void ping(Connection connection) {
    sentAt.put(connection, Loop.now());
    setting.dialect().ping(connection);
  }

  @Override
  public void echoed(Connection connection) {
    samples.add(Loop.now() - sentAt.getOrDefault(connection, Loop.now()));
    if (on) {
      ping(connection);
    }
  }
}
