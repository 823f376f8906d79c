package dev.optima.console.shell;

import dev.optima.console.booking.BookingViewModel;
import dev.optima.console.call.CallViewModel;
import dev.optima.console.call.MeetingEntry;
import dev.optima.console.client.MeetingsClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.meeting.Colleagues;
import dev.optima.console.meeting.MeetingActs;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.schedule.ScheduleGround;
import dev.optima.console.schedule.ScheduleViewModel;
import dev.optima.console.toast.Toast;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.console.today.TodayViewModel;
import dev.optima.protocol.rest.Applicant;
import java.time.Instant;

/// What a desk knows of meetings: the feed, and the view models that live on it.
public final class Planning implements AutoCloseable {
  private final ScheduleGround ground;
  private final MeetingFeed feed;
  private final MeetingActs acts;
  private final MeetingEntry entry;
  private final Colleagues colleagues;
  private final TodayViewModel today;
  private final ScheduleViewModel schedule;

  Planning(ScheduleGround ground, CallViewModel calls) {
    this.ground = ground;
    feed = ground.feed();
    MeetingsClient client = ground.api().meetings();
    ToastsViewModel toasts = ground.toasts();
    acts = new MeetingActs(client, feed, ground.tasks(), toasts);
    entry =
        new MeetingEntry(
            ground.api(), ground.tasks(), calls, why -> toasts.show(Toast.problem(why)));
    colleagues = new Colleagues(ground.me(), ground.api(), ground.tasks());
    today = new TodayViewModel(ground.me().userId(), feed, ground.clock());
    schedule = new ScheduleViewModel(ground, colleagues);
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

  /// Who of the team may lead a meeting.
  public Colleagues colleagues() {
    return colleagues;
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

  /// A link with which an applicant picks a time.
  public BookingViewModel booking(Applicant applicant, String title) {
    return new BookingViewModel(
        applicant, title, colleagues, ground.api(), ground.tasks(), ground.clock(), ground.zone());
  }

  @Override
  public void close() {
    today.close();
    schedule.close();
  }
}
