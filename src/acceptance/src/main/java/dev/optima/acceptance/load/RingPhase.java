package dev.optima.acceptance.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Calls: request, incoming, accept, ready for both, hang-up. Idle (one pair, one call after the
/// other), at a steady rate (latencies count from when a call was due), and saturated.
final class RingPhase implements Observer {
  private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());
  private static final long SOON = Loop.MILLISECOND;

  private final Setting setting;
  private final Map<Connection, Line> lines = new HashMap<>();
  private Samples incoming = new Samples();
  private Samples ready = new Samples();
  private long done;
  private long errors;
  private long until;
  private boolean steady;
  private boolean whole;

  RingPhase(Setting setting) {
    this.setting = setting;
  }

  void run() throws IOException {
    List<Line> warming = open(setting.options().pairs());
    warm(warming);
    close(warming);
    idle();
    List<Line> all = open(setting.options().pairs());
    saturated(all, "");
    steady(all, "ring.rate", setting.options().ringRate());
    saturated(all, "ring.sat");
    if (setting.dialect().can(Dialect.Act.WHOLE_CALL)) {
      whole = true;
      saturated(all, "call.sat");
      whole = false;
    }
    close(all);
    if (setting.dialect().can(Dialect.Act.WHOLE_CALL)) {
      // Every recruiter hears of every ended call: with few of them, the call itself is seen.
      List<Line> few = open(4);
      saturated(few, "");
      saturated(few, "ring.sat4");
      close(few);
    }
  }

  private void idle() throws IOException {
    List<Line> one = open(1);
    saturated(one, "");
    saturated(one, "ring.idle");
    close(one);
  }

  private List<Line> open(int count) throws IOException {
    List<Identity> who = new ArrayList<>(setting.cast().recruiters().subList(0, count));
    who.addAll(setting.cast().applicants().subList(0, count));
    List<Connection> all = setting.connect(who, 16, this, 20 * Loop.SECOND);
    List<Line> opened = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Line line = new Line(all.get(i), all.get(count + i));
      lines.put(line.caller, line);
      lines.put(line.callee, line);
      opened.add(line);
    }
    setting.loop().run(300 * Loop.MILLISECOND);
    return opened;
  }

  private void close(List<Line> opened) throws IOException {
    lines.clear();
    List<Connection> all = new ArrayList<>();
    opened.forEach(line -> all.addAll(List.of(line.caller, line.callee)));
    setting.close(all);
  }

  private void saturated(List<Line> all, String metric) throws IOException {
    begin(false);
    all.forEach(line -> request(line, Loop.now()));
    finish(all, metric);
  }

  private void warm(List<Line> all) throws IOException {
    begin(false);
    until = Loop.now() + setting.options().warmUp();
    all.forEach(line -> request(line, Loop.now()));
    finish(all, "");
  }

  private void steady(List<Line> all, String metric, int rate) throws IOException {
    begin(true);
    schedule(all, 0, Loop.now(), Loop.SECOND / rate);
    finish(all, metric);
  }

  private void schedule(List<Line> all, int index, long at, long gap) {
    if (at >= until) {
      return;
    }
    setting
        .loop()
        .at(
            at,
            () -> {
              Line line = all.get(index % all.size());
              if (line.busy) {
                line.due.add(at);
              } else {
                request(line, at);
              }
              schedule(all, index + 1, at + gap, gap);
            });
  }

  private void begin(boolean atRate) {
    incoming = new Samples();
    ready = new Samples();
    done = 0;
    errors = 0;
    steady = atRate;
    until = Loop.now() + setting.options().phase();
  }

  private void finish(List<Line> all, String metric) throws IOException {
    double cpu = setting.server().cpu();
    long start = Loop.now();
    setting.loop().run(until - start);
    double seconds = (Loop.now() - start) / 1e9;
    double used = setting.server().cpu() - cpu;
    long count = done;
    setting.loop().runUntil(() -> all.stream().noneMatch(line -> line.busy), 3 * Loop.SECOND);
    long stuck = all.stream().filter(line -> line.busy).count();
    all.forEach(
        line -> {
          line.busy = false;
          line.due.clear();
        });
    if (metric.isEmpty()) {
      return;
    }
    Sheet sheet = setting.sheet();
    sheet.add(metric + " request → incoming p50, µs", incoming.micros(.5));
    sheet.add(metric + " request → incoming p99, µs", incoming.micros(.99));
    sheet.add(metric + " accept → ready p50, µs", ready.micros(.5));
    sheet.add(metric + " accept → ready p99, µs", ready.micros(.99));
    sheet.add(metric + " calls a second", count / seconds);
    sheet.add(metric + " CPU a call, µs", used * 1e6 / Math.max(1, count));
    sheet.note("%s: %d calls, %d errors, %d stuck", metric, count, errors, stuck);
  }

  private void request(Line line, long at) {
    line.begin(at);
    setting.dialect().ring(line.caller, line.callee, "k" + KEYS.incrementAndGet());
  }

  @Override
  public void incoming(Connection callee, String callId) {
    Line line = lines.get(callee);
    if (line == null || !line.busy || line.rang) {
      return;
    }
    line.rang = true;
    line.callId = callId;
    line.acceptedAt = Loop.now();
    incoming.add(line.acceptedAt - line.requestedAt);
    setting.dialect().accept(callee, callId);
  }

  @Override
  public void ready(Connection side, String callId) {
    Line line = lines.get(side);
    if (line == null || !line.busy || ++line.ready != 2) {
      return;
    }
    ready.add(Loop.now() - line.acceptedAt);
    if (whole) {
      setting.dialect().join(line.caller, line.callId);
      setting.dialect().join(line.callee, line.callId);
    } else if (setting.dialect().hangsUp()) {
      setting.dialect().hangUp(line.caller, line.callId);
    } else {
      over(line);
    }
  }

  @Override
  public void started(Connection side) {
    Line line = lines.get(side);
    if (whole && line != null && line.busy && ++line.started == 2) {
      setting.dialect().hangUp(line.caller, line.callId);
    }
  }

  @Override
  public void ended(Connection side) {
    Line line = lines.get(side);
    if (line != null && line.busy && ++line.ended == 2) {
      over(line);
    }
  }

  private void over(Line line) {
    line.busy = false;
    done++;
    Long waiting = line.due.poll();
    if (waiting != null) {
      request(line, waiting);
    } else if (!steady && Loop.now() < until) {
      request(line, Loop.now());
    }
  }

  @Override
  public void failed(Connection connection, String why) {
    if (errors++ < 3) {
      setting.sheet().note("error: %s", why);
    }
    Line line = lines.get(connection);
    if (line != null && line.busy && !steady) {
      setting.loop().after(SOON, () -> over(line));
    }
  }
}
