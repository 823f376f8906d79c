package dev.optima.console.schedule;

import dev.optima.console.i18n.Message;
import dev.optima.console.meeting.Colleagues;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.Applicant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The calendar: which days are looked at, and what is in them. Only they are loaded; what
/// colleagues change appears by itself.
public final class ScheduleViewModel {
  private static final Comparator<Slot> ORDER =
      Comparator.comparing(Slot::start).thenComparing(slot -> slot.meeting().meetingId().value());

  private static final LocalTime MORNING = LocalTime.of(10, 0);

  /// How long most interviews are.
  static final int USUAL_MINUTES = 30;

  private final ScheduleGround ground;
  private final Colleagues colleagues;
  private final Calendars calendars;
  private final LoadedMeetings loaded;
  private final LoadedBusyTimes busy;
  private final MoveViewModel moves;
  private final ReadOnlyObjectWrapper<Board> board;
  private final ReadOnlyObjectWrapper<LocalDate> today;
  private final ReadOnlyObjectWrapper<Instant> minute;
  private final ObjectProperty<@Nullable There> there = new SimpleObjectProperty<>();
  private boolean shown;
  private boolean refreshing;

  public ScheduleViewModel(ScheduleGround ground, Colleagues colleagues) {
    this.ground = ground;
    this.colleagues = colleagues;
    Instant now = ground.clock().instant();
    LocalDate day = now.atZone(ground.zone()).toLocalDate();
    board = new ReadOnlyObjectWrapper<>(new Board(CalendarSpan.WEEK, day, List.of(), List.of()));
    today = new ReadOnlyObjectWrapper<>(day);
    minute = new ReadOnlyObjectWrapper<>(now);
    calendars = new Calendars(ground.me().userId(), ground.me().name(), this::refreshSoon);
    loaded = new LoadedMeetings(ground.feed(), ground.zone(), this::refreshSoon);
    busy =
        new LoadedBusyTimes(
            ground.api().calendar(),
            ground.tasks(),
            ground.me().userId(),
            ground.zone(),
            this::refreshSoon);
    moves = new MoveViewModel(ground, this::refreshSoon);
    colleagues.all().addListener((InvalidationListener) _ -> refreshSoon());
    colleagues.asked().addListener((InvalidationListener) _ -> refreshSoon());
  }

  /// Whether the calendar is in sight. It is loaded when it first is, and kept.
  public void show(boolean now) {
    shown = now;
    if (now) {
      colleagues.refresh();
      look();
    }
  }

  /// Shows so much at once.
  public void span(CalendarSpan span) {
    look(span, board.get().date());
  }

  /// Shows the days around this one.
  public void go(LocalDate date) {
    look(board.get().span(), date);
  }

  /// Shows this very day.
  public void goDay(LocalDate date) {
    look(CalendarSpan.DAY, date);
  }

  public void today() {
    go(today.get());
  }

  /// Turns so many pages, back if negative.
  public void turn(int pages) {
    Board now = board.get();
    look(now.span(), now.span().step(now.date(), pages));
  }

  /// Asks the backend again, after it could not answer.
  public void retry() {
    loaded.reload();
  }

  private void look(CalendarSpan span, LocalDate date) {
    Board now = board.get();
    board.set(new Board(span, date, now.slots(), now.busy()));
    look();
  }

  private void look() {
    Board now = board.get();
    Days days = now.span().loaded(now.date());
    loaded.look(days);
    busy.look(days, ground.clock().instant());
    refresh();
  }

  /// Many changes at once are shown once.
  private void refreshSoon() {
    if (!refreshing) {
      refreshing = true;
      ground.tasks().later(this::refresh);
    }
  }

  private void refresh() {
    refreshing = false;
    if (!colleagues.asked().get()) {
      return;
    }
    calendars.learn(colleagues.all());
    List<Slot> slots = new ArrayList<>();
    for (Meeting meeting : loaded.meetings()) {
      calendars.learn(meeting);
      calendars.lineOf(meeting).ifPresent(line -> slots.add(slot(meeting, line)));
    }
    slots.sort(ORDER);
    Board now = board.get();
    Board next =
        new Board(now.span(), now.date(), slots, calendars.showsBusy() ? busy.busy() : List.of());
    if (!next.equals(now)) {
      board.set(next);
    }
  }

  private Slot slot(Meeting meeting, CalendarLine line) {
    MoveViewModel.Place place = moves.place(meeting);
    return new Slot(meeting, place.start(), place.minutes(), line.colour(), line);
  }

  /// Lets time go by.
  public void tick(Instant now) {
    LocalDate day = now.atZone(ground.zone()).toLocalDate();
    if (now.getEpochSecond() / 60 != minute.get().getEpochSecond() / 60) {
      minute.set(now);
      if (shown) {
        Board at = board.get();
        busy.look(at.span().loaded(at.date()), now);
      }
    }
    if (!Objects.equals(day, today.get())) {
      today.set(day);
    }
  }

  /// Does something once the mouse is let go, so that the keyboard stays where it puts it.
  void soon(Runnable deed) {
    ground.tasks().later(deed);
  }

  /// A new interview.
  ///
  /// @param start when; null for the next full hour of the chosen day
  PlanViewModel planning(@Nullable Instant start, int minutes, String title) {
    colleagues.refresh();
    PlanViewModel plan = new PlanViewModel(ground, null, colleagues.all());
    plan.form().title().set(title);
    plan.form().minutes().set(minutes);
    plan.form().place(start == null ? someTime() : start);
    return plan;
  }

  /// A new interview with this applicant.
  PlanViewModel planning(Applicant applicant, String title) {
    PlanViewModel plan = planning(null, USUAL_MINUTES, title);
    plan.search().choose(applicant);
    return plan;
  }

  /// A change of a meeting.
  ///
  /// @param proposed another time for it; null for its own
  PlanViewModel changing(Meeting meeting, @Nullable Instant proposed) {
    colleagues.refresh();
    PlanViewModel plan = new PlanViewModel(ground, latest(meeting), colleagues.all());
    if (proposed != null) {
      plan.form().place(proposed);
    }
    return plan;
  }

  CancelViewModel callingOff(Meeting meeting, Runnable onDone) {
    return new CancelViewModel(ground, latest(meeting), onDone);
  }

  /// The next full hour of today, or ten in the morning of another chosen day.
  private Instant someTime() {
    Instant now = now();
    LocalDate chosen = board.get().date();
    return chosen.isAfter(today.get())
        ? chosen.atTime(MORNING).atZone(ground.zone()).toInstant()
        : now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }

  /// A meeting as it is known now.
  Meeting latest(Meeting meeting) {
    return ground.feed().find(meeting.meetingId()).orElse(meeting);
  }

  /// The backend's time.
  Instant now() {
    return ground.clock().instant();
  }

  /// Nobody looks any more, for good.
  public void close() {
    loaded.close();
  }

  public ReadOnlyObjectProperty<Board> board() {
    return board.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<LocalDate> todayDate() {
    return today.getReadOnlyProperty();
  }

  /// The time, when its minute changed.
  public ReadOnlyObjectProperty<Instant> minute() {
    return minute.getReadOnlyProperty();
  }

  public Calendars calendars() {
    return calendars;
  }

  /// Moves of meetings, by hand.
  public MoveViewModel moves() {
    return moves;
  }

  /// Whose clock is shown beside one's own; null for nobody's.
  public ObjectProperty<@Nullable There> there() {
    return there;
  }

  public ReadOnlyBooleanProperty loading() {
    return loaded.loading();
  }

  /// Why the meetings are not what the backend has.
  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return loaded.problem();
  }

  public ZoneId zone() {
    return ground.zone();
  }
}
