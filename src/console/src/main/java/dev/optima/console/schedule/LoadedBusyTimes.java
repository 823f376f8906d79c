package dev.optima.console.schedule;

import dev.optima.console.client.CalendarClient;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.BusyTimes.Busy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When this recruiter is busy elsewhere. A help, no more: if it cannot be had, nothing is shown.
final class LoadedBusyTimes {
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final CalendarClient client;
  private final Tasks tasks;
  private final UserId me;
  private final ZoneId zone;
  private final Runnable changed;
  private @Nullable Days days;
  private @Nullable Instant askedAt;
  private List<Busy> busy = List.of();

  LoadedBusyTimes(CalendarClient client, Tasks tasks, UserId me, ZoneId zone, Runnable changed) {
    this.client = client;
    this.tasks = tasks;
    this.me = me;
    this.zone = zone;
    this.changed = changed;
  }

  void look(Days wanted, Instant now) {
    Instant asked = askedAt;
    if (wanted.equals(days) && asked != null && now.isBefore(asked.plus(FRESH))) {
      return;
    }
    days = wanted;
    askedAt = now;
    tasks.run(
        () -> client.busy(wanted.start(zone), wanted.end(zone)),
        times -> {
          if (wanted.equals(days)) {
            busy = times.busy().stream().filter(it -> it.userId().equals(me)).toList();
            changed.run();
          }
        },
        failure -> {});
  }

  List<Busy> busy() {
    return busy;
  }
}
