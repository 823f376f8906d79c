package dev.optima.console.shell;

import dev.optima.console.call.CallViewModel;
import dev.optima.console.call.MeetingEntry;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.meeting.MeetingActs;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.toast.Toast;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.console.today.TodayViewModel;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.time.InstantSource;

/// What a desk knows of meetings: the feed, and the view models that live on it.
public final class Planning implements AutoCloseable {
  private final MeetingFeed feed;
  private final MeetingActs acts;
  private final MeetingEntry entry;
  private final TodayViewModel today;

  /// @param clock the backend's
  Planning(
      UserId me,
      ApiClient api,
      Tasks tasks,
      InstantSource clock,
      ToastsViewModel toasts,
      CallViewModel calls,
      MeetingFeed feed) {
    this.feed = feed;
    acts = new MeetingActs(api.meetings(), feed, tasks, toasts);
    entry = new MeetingEntry(api, tasks, calls, why -> toasts.show(Toast.problem(why)));
    today = new TodayViewModel(me, feed, clock);
  }

  void start() {
    today.start();
  }

  void on(SignalEvent event) {
    feed.on(event);
  }

  void tick(Instant now) {
    today.tick(now);
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

  @Override
  public void close() {
    today.close();
  }
}
