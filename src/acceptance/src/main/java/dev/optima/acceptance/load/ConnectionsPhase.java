package dev.optima.acceptance.load;

import java.io.IOException;
import java.util.List;

/// Many who only wait: what each costs in memory, and how long it takes until all are back after
/// all were lost at once.
final class ConnectionsPhase implements Observer {
  private static final int WINDOW = 64;

  private final Setting setting;
  private long errors;

  ConnectionsPhase(Setting setting) {
    this.setting = setting;
  }

  void run() throws IOException, InterruptedException {
    int most = setting.options().connections();
    List<Identity> who = setting.cast().applicants().subList(0, most);
    setting.close(setting.connect(who.subList(0, most / 10), WINDOW, this, 60 * Loop.SECOND));
    setting.loop().run(Loop.SECOND);
    List<Connection> idle = idle(who);
    setting.close(idle);
    setting.loop().run(3 * Loop.SECOND);
    storm(who);
  }

  private List<Connection> idle(List<Identity> who) throws IOException, InterruptedException {
    double heap = setting.server().liveHeap();
    double pss = setting.server().pss();
    double rss = setting.server().rss();
    double cpu = setting.server().cpu();
    List<Connection> all = setting.connect(who, WINDOW, this, 120 * Loop.SECOND);
    long in = all.stream().filter(Connection::isLoggedIn).count();
    double used = setting.server().cpu() - cpu;
    setting.loop().run(2 * Loop.SECOND);
    Sheet sheet = setting.sheet();
    sheet.add("connections", in);
    sheet.add("connections CPU a login, µs", used * 1e6 / Math.max(1, in));
    sheet.add("connections heap each, KiB", (setting.server().liveHeap() - heap) / Math.max(1, in));
    sheet.add("connections PSS each, KiB", (setting.server().pss() - pss) / Math.max(1, in));
    sheet.add("connections RSS each, KiB", (setting.server().rss() - rss) / Math.max(1, in));
    sheet.add("connections PSS in all, MiB", setting.server().pss() / 1024);
    sheet.note("%d of %d connected, %d errors", in, who.size(), errors);
    return all;
  }

  private void storm(List<Identity> who) throws IOException {
    errors = 0;
    long start = Loop.now();
    List<Connection> all = setting.connect(who, who.size(), this, 60 * Loop.SECOND);
    Samples samples = new Samples();
    all.stream().filter(Connection::isLoggedIn).forEach(c -> samples.add(c.loggedInAt() - start));
    double last = samples.micros(1) / 1e6;
    Sheet sheet = setting.sheet();
    sheet.add("storm logins a second", samples.count() / last);
    sheet.add("storm all back, ms", last * 1e3);
    sheet.add("storm p50, ms", samples.micros(.5) / 1e3);
    sheet.add("storm p99, ms", samples.micros(.99) / 1e3);
    sheet.note("storm: %d of %d back, %d errors", samples.count(), who.size(), errors);
    setting.close(all);
  }

  @Override
  public void failed(Connection connection, String why) {
    if (errors++ < 3) {
      setting.sheet().note("error: %s", why);
    }
  }
}
