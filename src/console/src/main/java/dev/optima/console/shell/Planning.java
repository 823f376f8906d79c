package dev.optima.console.shell;

import dev.optima.console.call.CallViewModel;
import dev.optima.console.call.MeetingEntry;
import dev.optima.console.client.MeetingsClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.meeting.MeetingActs;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.schedule.ScheduleGround;
import dev.optima.console.schedule.ScheduleViewModel;
import dev.optima.console.toast.Toast;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.console.today.TodayViewModel;
import java.time.Instant;

/// What a desk knows of meetings: the feed, and the view models that live on it.
public final class Planning implements AutoCloseable {
  private final MeetingFeed feed;
  private final MeetingActs acts;
  private final MeetingEntry entry;
  private final TodayViewModel today;
  private final ScheduleViewModel schedule;

  Planning(ScheduleGround ground, CallViewModel calls) {
    feed = ground.feed();
    MeetingsClient client = ground.api().meetings();
    ToastsViewModel toasts = ground.toasts();
    acts = new MeetingActs(client, feed, ground.tasks(), toasts);
    entry =
        new MeetingEntry(
            ground.api(), ground.tasks(), calls, why -> toasts.show(Toast.problem(why)));
    today = new TodayViewModel(ground.me().userId(), feed, ground.clock());
    schedule = new ScheduleViewModel(ground);
  }

  void start() {
    today.start();
  }

  void on(SignalEvent event) {
    feed.on(event);
  }

  void tick(Instant now) {
    today.tick(now);
    schedule.tick(now);
  }

  public MeetingFeed feed() {
    return feed;
  }

  /// What is done with a meeting at a press.
  public MeetingActs acts() {
    return acts;
  }

  /// The way into a meeting's room.
  public MeetingEntry entry() {
    return entry;
  }

  public TodayViewModel today() {
    return today;
  }

  public ScheduleViewModel schedule() {
    return schedule;
  }

  @Override
  public void close() {
    today.close();
    schedule.close();
  }
}
