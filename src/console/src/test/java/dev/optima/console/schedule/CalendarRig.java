package dev.optima.console.schedule;

import com.calendarfx.view.DayEntryView;
import com.calendarfx.view.WeekDayView;
import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/// The calendar of a whole desk in the week of [SampleWeek], and a hand on its mouse.
final class CalendarRig implements AutoCloseable {
  private final DeskRig rig;
  private final FxRobot robot = new FxRobot();

  CalendarRig(Path home) throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    new SampleDesk(rig.backend(), rig.now()).fill();
  }

  /// Shows the week.
  CalendarRig open() {
    rig.show(Samples.elif(), 1440, 900);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
    rig.press(Ids.NAV_CALENDAR);
    rig.press(Ids.SCHEDULE_NEXT);
    rig.until("the week is there", () -> day(SampleWeek.MONDAY) != null);
    return this;
  }

  DeskRig desk() {
    return rig;
  }

  FxRobot robot() {
    return robot;
  }

  Meeting add(SampleMeeting meeting) {
    return rig.backend().meetings().add(meeting.build());
  }

  /// A colleague, or the applicant, made it so.
  void hear(SampleMeeting meeting) {
    rig.backend().socket().say(ServerMessage.MeetingChanged.of(add(meeting)));
  }

  Meeting stored(String id) {
    return rig.backend().meetings().get(new MeetingId(id));
  }

  /// The plans that were sent to be carried out or checked, oldest first.
  List<ScheduleMeeting> plans() {
    return rig.backend().meetings().said().stream()
        .filter(ScheduleMeeting.class::isInstance)
        .map(ScheduleMeeting.class::cast)
        .toList();
  }

  /// How often it was asked for.
  long asked(String request) {
    return rig.backend().requests().stream().filter(it -> it.startsWith(request)).count();
  }

  /// Waits until a meeting is drawn.
  DayEntryView await(String id) {
    until(
        id + " is drawn",
        () -> {
          DayEntryView view = find(id);
          return view != null && view.getWidth() > 1 && view.getHeight() > 1;
        });
    DayEntryView found = DeskRig.fx(() -> find(id));
    if (found == null) {
      throw new AssertionError(id + " went again");
    }
    return found;
  }

  /// Waits until a meeting looks like this; it gets its styles with its first frame.
  void awaitStyle(String id, String style) {
    until(
        id + " looks like " + style,
        () -> {
          DayEntryView view = find(id);
          return view != null && view.getStyleClass().contains(style);
        });
  }

  void awaitGone(String id) {
    until(id + " is gone", () -> find(id) == null);
  }

  /// Waits until a meeting is drawn at this time.
  void awaitAt(String id, Instant start) {
    until(
        id + " is drawn at " + start,
        () -> {
          DayEntryView view = find(id);
          return view != null
              && view.getEntry().getStartAsZonedDateTime().toInstant().equals(start);
        });
  }

  void until(String what, Callable<Boolean> holds) {
    rig.until(what, holds);
  }

  private @Nullable DayEntryView find(String id) {
    return all(".meeting-slot")
        .filter(DayEntryView.class::isInstance)
        .map(DayEntryView.class::cast)
        .filter(view -> view.getEntry() instanceof SlotEntry && view.getEntry().getId().equals(id))
        .findFirst()
        .orElse(null);
  }

  private @Nullable WeekDayView day(LocalDate date) {
    return all(".weekday-view")
        .filter(WeekDayView.class::isInstance)
        .map(WeekDayView.class::cast)
        .filter(view -> view.getDate().equals(date))
        .findFirst()
        .orElse(null);
  }

  /// What has this style and is to be seen.
  Stream<Node> all(String selector) {
    return rig.stage().getScene().getRoot().lookupAll(selector).stream()
        .filter(
            node -> {
              for (Node at = node; at != null; at = at.getParent()) {
                if (!at.isVisible()) {
                  return false;
                }
              }
              return true;
            });
  }

  /// Where on the screen a time of the week is.
  ///
  /// @param day from Monday, which is 0
  Point2D at(int day, int hour, int minute) {
    return DeskRig.fx(
        () -> {
          WeekDayView view = day(SampleWeek.MONDAY.plusDays(day));
          if (view == null) {
            throw new AssertionError("no day " + day);
          }
          Instant time = SampleWeek.at(day, hour, minute);
          return view.localToScreen(
              view.getWidth() / 2, view.getLocation(time.atZone(SampleWeek.HERE)));
        });
  }

  /// Draws with the mouse.
  void drag(Point2D from, Point2D to) {
    robot.moveTo(from);
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(from.midpoint(to));
    robot.moveTo(to);
    robot.release(MouseButton.PRIMARY);
  }

  @Override
  public void close() throws Exception {
    rig.close();
  }
}
