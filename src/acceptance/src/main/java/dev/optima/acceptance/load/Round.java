package dev.optima.acceptance.load;

import java.io.IOException;
import java.nio.file.Path;

/// One server, from its start to its end.
final class Round {
  private static final long PATIENCE = 60 * Loop.SECOND;

  private final Subject subject;
  private final Sheet sheet;
  private final LoadOptions options;

  Round(Subject subject, Sheet sheet, LoadOptions options) {
    this.subject = subject;
    this.sheet = sheet;
    this.options = options;
  }

  void run(int number) throws IOException, InterruptedException {
    sheet.begin(number, subject.name());
    Path log = options.work().resolve(subject.name() + "-" + number + ".log");
    try (Loop loop = new Loop();
        ServerProcess server = subject.start(log)) {
      Setting setting =
          new Setting(loop, subject.dialect(), server, subject.cast(), sheet, options);
      if (!coldStart(setting)) {
        sheet.note("did not come up, see %s", log);
        return;
      }
      phases(setting);
    }
  }

  private static boolean coldStart(Setting setting) throws IOException {
    long end = setting.server().startedAt() + PATIENCE;
    Identity first = setting.cast().applicants().getFirst();
    Observer silent = new Observer() {};
    while (Loop.now() < end && setting.server().isAlive()) {
      Connection connection = setting.connection(0, first, silent);
      connection.connect(setting.server().port());
      setting
          .loop()
          .runUntil(
              () -> connection.isLoggedIn() || connection.stage() == Connection.Stage.CLOSED,
              5 * Loop.SECOND);
      if (connection.isLoggedIn()) {
        setting
            .sheet()
            .add(
                "start to first answer, ms",
                (connection.loggedInAt() - setting.server().startedAt()) / 1e6);
        connection.close();
        setting.loop().run(2 * Loop.SECOND);
        setting.sheet().add("PSS after the start, MiB", setting.server().pss() / 1024);
        return true;
      }
      connection.close();
      setting.loop().run(5 * Loop.MILLISECOND);
    }
    return false;
  }

  private void phases(Setting setting) throws IOException, InterruptedException {
    Dialect dialect = setting.dialect();
    if (options.wants("echo") && dialect.can(Dialect.Act.ECHO)) {
      new EchoPhase(setting).run();
    }
    if (options.wants("ring") && dialect.can(Dialect.Act.RING)) {
      new RingPhase(setting).run();
    }
    if (options.wants("chat") && dialect.can(Dialect.Act.CHAT)) {
      new ChatPhase(setting).run();
    }
    if (options.wants("connections") && dialect.can(Dialect.Act.CONNECTIONS)) {
      new ConnectionsPhase(setting).run();
    }
  }
}
