package dev.optima.acceptance.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Durable messages with four people in the room: idle (one at a time), at a steady rate, and with
/// eight outstanding in every room.
final class ChatPhase implements Observer {
  private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());
  private static final String BODY =
      "Thank you, the interview is confirmed for Tuesday at ten; I will send the link before we st";

  /// A room, and who speaks in it: each in turn.
  private record Room(String name, List<Connection> members, int[] turn) {}

  private record Sent(Room room, long at) {}

  private final Setting setting;
  private final Map<String, Sent> sent = new HashMap<>();
  private Samples acknowledged = new Samples();
  private Samples received = new Samples();
  private long until;
  private boolean steady;
  private long entered;
  private long errors;

  ChatPhase(Setting setting) {
    this.setting = setting;
  }

  void run() throws IOException {
    List<Identity> who = new ArrayList<>(setting.cast().recruiters().subList(0, Cast.READERS));
    who.addAll(setting.cast().applicants().subList(0, setting.options().rooms()));
    List<Connection> all = setting.connect(who, 16, this, 20 * Loop.SECOND);
    List<Room> rooms = rooms(all);
    rooms.forEach(r -> r.members.forEach(m -> setting.dialect().enter(m, r.name)));
    setting.loop().runUntil(() -> entered == rooms.size() * (Cast.READERS + 1L), 5 * Loop.SECOND);
    warm(rooms);
    saturated(rooms.subList(0, 1), 1, "chat.idle");
    atRate(rooms, "chat.rate", setting.options().chatRate());
    saturated(rooms, 8, "chat.sat");
    setting.close(all);
  }

  private static List<Room> rooms(List<Connection> all) {
    List<Room> rooms = new ArrayList<>();
    for (Connection applicant : all.subList(Cast.READERS, all.size())) {
      List<Connection> members = new ArrayList<>(all.subList(0, Cast.READERS));
      members.add(applicant);
      rooms.add(new Room(applicant.identity().room(), members, new int[1]));
    }
    return rooms;
  }

  private void saturated(List<Room> rooms, int outstanding, String metric) throws IOException {
    begin(false);
    for (int i = 0; i < outstanding; i++) {
      rooms.forEach(room -> say(room, Loop.now()));
    }
    finish(metric);
  }

  private void warm(List<Room> rooms) throws IOException {
    begin(false);
    until = Loop.now() + setting.options().warmUp();
    for (int i = 0; i < 4; i++) {
      rooms.forEach(room -> say(room, Loop.now()));
    }
    finish("");
  }

  private void atRate(List<Room> rooms, String metric, int rate) throws IOException {
    begin(true);
    schedule(rooms, 0, Loop.now(), Loop.SECOND / rate);
    finish(metric);
  }

  private void schedule(List<Room> rooms, int index, long at, long gap) {
    if (at < until) {
      setting
          .loop()
          .at(
              at,
              () -> {
                say(rooms.get(index % rooms.size()), at);
                schedule(rooms, index + 1, at + gap, gap);
              });
    }
  }

  private void begin(boolean atRate) {
    sent.clear();
    acknowledged = new Samples();
    received = new Samples();
    errors = 0;
    steady = atRate;
    until = Loop.now() + setting.options().phase();
  }

  private void finish(String metric) throws IOException {
    double cpu = setting.server().cpu();
    long start = Loop.now();
    setting.loop().run(until - start);
    double seconds = (Loop.now() - start) / 1e9;
    double used = setting.server().cpu() - cpu;
    int count = acknowledged.count();
    setting.loop().runUntil(sent::isEmpty, 3 * Loop.SECOND);
    setting.loop().run(200 * Loop.MILLISECOND);
    if (metric.isEmpty()) {
      return;
    }
    Sheet sheet = setting.sheet();
    sheet.add(metric + " acknowledgement p50, µs", acknowledged.micros(.5));
    sheet.add(metric + " acknowledgement p99, µs", acknowledged.micros(.99));
    sheet.add(metric + " others have it p50, µs", received.micros(.5));
    sheet.add(metric + " others have it p99, µs", received.micros(.99));
    sheet.add(metric + " acknowledged a second", count / seconds);
    sheet.add(metric + " CPU a message, µs", used * 1e6 / Math.max(1, count));
    sheet.note(
        "%s: %d acknowledged, %d received by others, %d errors, %d not acknowledged",
        metric, acknowledged.count(), received.count(), errors, sent.size());
  }

  private void say(Room room, long at) {
    String key = "m" + KEYS.incrementAndGet();
    sent.put(key, new Sent(room, at));
    Connection sender = room.members.get(room.turn[0]++ % room.members.size());
    setting.dialect().say(sender, room.name, key, BODY);
  }

  @Override
  public void entered(Connection connection) {
    entered++;
  }

  @Override
  public void acknowledged(Connection sender, String key) {
    Sent message = sent.remove(key);
    if (message == null) {
      return;
    }
    acknowledged.add(Loop.now() - message.at);
    late.put(key, message.at);
    if (!steady && Loop.now() < until) {
      say(message.room, Loop.now());
    }
  }

  /// Acknowledged, and perhaps on its way to the others: the newest only.
  private final Map<String, Long> late = new Recent<>(4096);

  @Override
  public void received(Connection connection, String key) {
    Sent message = sent.get(key);
    Long at = message == null ? late.get(key) : Long.valueOf(message.at);
    if (at != null) {
      received.add(Loop.now() - at);
    }
  }

  @Override
  public void failed(Connection connection, String why) {
    if (errors++ < 3) {
      setting.sheet().note("error: %s", why);
    }
  }
}
