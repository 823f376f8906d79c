package dev.optima.console.today;

import dev.optima.console.client.MeetingQuery;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.meeting.MeetingList;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One's own interviews by what they ask for now.
public final class TodayViewModel implements AutoCloseable {
  private static final Duration BACK = Duration.ofDays(14);
  private static final Duration AHEAD = Duration.ofDays(30);
  private static final int SHOWN_LATER = 8;

  /// How long a question about a meeting rests after *Wait*.
  static final Duration WAIT = Duration.ofMinutes(5);

  private final MeetingFeed feed;
  private final InstantSource clock;
  private final DayPlan plan;
  private final UserId me;
  private final Map<MeetingId, Instant> restUntil = new HashMap<>();
  private final ObservableList<Meeting> knocking = FXCollections.observableArrayList();
  private final ObservableList<Meeting> questions = FXCollections.observableArrayList();
  private final ObservableList<Meeting> later = FXCollections.observableArrayList();
  private final ObservableList<Meeting> waiting = FXCollections.observableArrayList();
  private final ObservableList<Meeting> review = FXCollections.observableArrayList();
  private final ObservableList<Meeting> absences = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Meeting> next = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Instant> now;
  private final ReadOnlyLongWrapper asks = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable MeetingList list;
  private Instant listedFor = Instant.EPOCH;

  public TodayViewModel(UserId me, MeetingFeed feed, InstantSource clock) {
    this.me = me;
    this.feed = feed;
    this.clock = clock;
    plan = new DayPlan(me);
    now = new ReadOnlyObjectWrapper<>(clock.instant());
  }

  /// Asks for the interviews around today.
  public void start() {
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    MeetingList before = list;
    MeetingQuery around = MeetingQuery.between(today.minus(BACK), today.plus(AHEAD)).by(me);
    MeetingList opened = feed.open(around);
    list = opened;
    listedFor = today;
    subscriptions.close();
    subscriptions.list(opened.meetings(), this::publish);
    subscriptions.follow(opened.loaded(), done -> loaded.set(done || loaded.get()));
    subscriptions.follow(opened.problem(), problem::set);
    if (before != null) {
      before.close();
    }
  }

  /// Tries again what could not be loaded.
  public void retry() {
    if (list != null) {
      list.reload();
    }
  }

  /// Lets a question about a meeting rest for a while.
  public void waitFor(Meeting meeting) {
    restUntil.put(meeting.meetingId(), clock.instant().plus(WAIT));
    publish();
  }

  /// Lets time go by: countdowns by the second, what is shown by the minute.
  public void tick(Instant at) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    Instant before = now.get();
    if (second.equals(before)) {
      return;
    }
    now.set(second);
    if (list == null) {
      return;
    }
    if (!second.truncatedTo(ChronoUnit.DAYS).equals(listedFor)) {
      start();
    } else if (!second
            .truncatedTo(ChronoUnit.MINUTES)
            .equals(before.truncatedTo(ChronoUnit.MINUTES))
        || restUntil.values().removeIf(until -> !second.isBefore(until))) {
      publish();
    }
  }

  private void publish() {
    Instant at = clock.instant();
    restUntil.values().removeIf(until -> !at.isBefore(until));
    List<Meeting> all = list == null ? List.of() : list.meetings();
    DayPlan.Parts parts = plan.of(all, restUntil.keySet(), at);
    Diff.apply(knocking, parts.knocking());
    Diff.apply(questions, parts.questions());
    Diff.apply(waiting, parts.waiting());
    Diff.apply(review, parts.review());
    Diff.apply(absences, parts.absences());
    List<Meeting> coming = parts.coming();
    next.set(coming.isEmpty() ? null : coming.getFirst());
    Diff.apply(later, coming.stream().skip(1).limit(SHOWN_LATER).toList());
    asks.set(parts.asks());
  }

  /// Interviews whose applicant waits to be let in.
  public ObservableList<Meeting> knocking() {
    return knocking;
  }

  /// Interviews that should have begun, whose owner says what to do.
  public ObservableList<Meeting> questions() {
    return questions;
  }

  /// The interview that is on, or comes next; null if none is planned.
  public ReadOnlyObjectProperty<@Nullable Meeting> next() {
    return next.getReadOnlyProperty();
  }

  /// Those after it, earliest first.
  public ObservableList<Meeting> later() {
    return later;
  }

  /// Those that the applicant has not said yes to, most pressing first.
  public ObservableList<Meeting> waiting() {
    return waiting;
  }

  /// Those of which nobody said what became.
  public ObservableList<Meeting> review() {
    return review;
  }

  /// No-shows that can still be taken back.
  public ObservableList<Meeting> absences() {
    return absences;
  }

  /// How many of them ask for something.
  public ReadOnlyLongProperty asks() {
    return asks.getReadOnlyProperty();
  }

  /// The backend's time, by the second.
  public ReadOnlyObjectProperty<Instant> now() {
    return now.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// Why the interviews are not there, or may be old.
  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public void close() {
    subscriptions.close();
    if (list != null) {
      list.close();
      list = null;
    }
  }
}
