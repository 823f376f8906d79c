package dev.optima.console.shell;

import dev.optima.console.applicant.ApplicantItem;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Overlay;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.console.schedule.ScheduleDialogs;
import dev.optima.console.schedule.ScheduleView;
import dev.optima.console.schedule.ScheduleViewModel;
import dev.optima.console.schedule.There;
import dev.optima.console.toast.Toast;
import dev.optima.console.today.TodayView;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.Meeting;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// The pages of meetings, and where a meeting leads to from any other page.
final class MeetingPlaces implements AutoCloseable {
  private final Words words;
  private final Desk desk;
  private final ObjectProperty<Page> page;
  private final ScheduleViewModel schedule;
  private final ScheduleDialogs dialogs;
  private final MeetingDoors doors;
  private final TodayView today;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ScheduleView calendar;

  MeetingPlaces(
      Words words,
      Desk desk,
      Overlay overlay,
      ObjectProperty<Page> page,
      Consumer<RoomId> openRoom,
      Consumer<RoomId> offer) {
    this.words = words;
    this.desk = desk;
    this.page = page;
    schedule = desk.planning().schedule();
    dialogs =
        new ScheduleDialogs(
            words,
            schedule,
            overlay,
            new ScheduleDialogs.Ways(desk.planning().entry()::join, openRoom));
    doors =
        new MeetingDoors(
            desk.planning().entry()::join,
            (id, proposed) -> with(id, meeting -> dialogs.change(meeting, proposed)),
            id -> with(id, this::show),
            this::plan,
            offer);
    today =
        new TodayView(
            words,
            desk.planning().today(),
            desk.calling().team(),
            new TodayView.Actions(desk::call, openRoom, doors, desk.planning().acts()));
    subscriptions.onChange(schedule.moves().question(), dialogs::ask);
    subscriptions.follow(desk.applicants().selected(), this::lookAt);
  }

  /// The clock of whose room is open is shown beside one's own.
  private void lookAt(@Nullable ApplicantItem item) {
    schedule.there().set(item == null ? null : new There(item.name(), item.applicant().timeZone()));
  }

  private void with(MeetingId id, Consumer<Meeting> deed) {
    desk.planning()
        .feed()
        .find(id, deed, failure -> desk.toasts().show(Toast.problem(ApiFailures.explain(failure))));
  }

  private void show(Meeting meeting) {
    page.set(Page.CALENDAR);
    schedule.go(words.formats().day(meeting.scheduledTime()));
    dialogs.open(meeting);
  }

  private void plan(RoomId room) {
    desk.tasks()
        .run(
            () -> desk.api().applicant(room.applicant()),
            dialogs::plan,
            failure -> desk.toasts().show(Toast.problem(ApiFailures.explain(failure))));
  }

  /// Plans an interview with the applicant whose room is open, or with one yet to be chosen.
  void planShown() {
    ApplicantItem open = desk.applicants().selected().get();
    if (page.get() == Page.APPLICANTS && open != null) {
      dialogs.plan(open.applicant());
    } else {
      dialogs.plan();
    }
  }

  /// What a meeting leads to.
  MeetingDoors doors() {
    return doors;
  }

  TodayView today() {
    return today;
  }

  /// The calendar, which is built when it is first wanted.
  ScheduleView calendar() {
    ScheduleView made = calendar;
    if (made == null) {
      made = new ScheduleView(words, schedule, dialogs);
      calendar = made;
    }
    return made;
  }

  /// Which page is in sight.
  void inSight(Page now) {
    schedule.show(now == Page.CALENDAR);
  }

  @Override
  public void close() {
    subscriptions.close();
    schedule.moves().leave();
    dialogs.close();
    today.close();
    if (calendar != null) {
      calendar.close();
    }
  }
}
