package dev.optima.console.schedule;

import dev.optima.console.meeting.MeetingFacts;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The calendars: one's own, one for each colleague, and those of what was called off and of what
/// is elsewhere. A colleague keeps their colour from one day to the next.
public final class Calendars {
  /// How many colours there are for people; 0 is one's own.
  public static final int COLOURS = 8;

  private static final int FIXED_AT_THE_END = 2;

  private final UserId me;
  private final CalendarLine mine;
  private final CalendarLine cancelled =
      new CalendarLine(CalendarLine.Kind.CANCELLED, null, "", -1, false);
  private final CalendarLine busy = new CalendarLine(CalendarLine.Kind.BUSY, null, "", -2, true);
  private final Map<UserId, CalendarLine> people = new HashMap<>();
  private final ObservableList<CalendarLine> lines = FXCollections.observableArrayList();
  private final Runnable changed;

  /// @param changed told when something is shown or hidden
  Calendars(UserId me, String name, Runnable changed) {
    this.me = me;
    this.changed = changed;
    mine = new CalendarLine(CalendarLine.Kind.MINE, me, name, 0, true);
    people.put(me, mine);
    lines.setAll(mine, cancelled, busy);
    lines.forEach(this::follow);
  }

  private void follow(CalendarLine line) {
    line.shown().addListener((_, _, _) -> changed.run());
  }

  /// Makes a calendar for a person who has none yet.
  void learn(UserId person, String name) {
    if (people.containsKey(person)) {
      return;
    }
    CalendarLine line =
        new CalendarLine(CalendarLine.Kind.COLLEAGUE, person, name, freeColour(person), true);
    people.put(person, line);
    follow(line);
    int at = 1;
    while (at < lines.size() - FIXED_AT_THE_END
        && lines.get(at).name().compareToIgnoreCase(name) < 0) {
      at++;
    }
    lines.add(at, line);
  }

  /// Makes a calendar for each of the team. Whoever came to it first has the first colour, so that
  /// nobody's changes when somebody new comes.
  void learn(List<Meeting.Interviewer> team) {
    team.stream()
        .sorted(Comparator.comparing(one -> one.userId().value()))
        .forEach(one -> learn(one.userId(), one.name()));
  }

  void learn(Meeting meeting) {
    meeting.interviewers().forEach(it -> learn(it.userId(), it.name()));
  }

  /// The first that nobody has; if all are taken, one that follows from who it is.
  private int freeColour(UserId person) {
    return IntStream.range(1, COLOURS)
        .filter(colour -> people.values().stream().noneMatch(it -> it.colour() == colour))
        .findFirst()
        .orElse(1 + Math.floorMod(person.hashCode(), COLOURS - 1));
  }

  /// The calendar in which a meeting is shown: one's own first; none if all of its are hidden.
  Optional<CalendarLine> lineOf(Meeting meeting) {
    if (MeetingFacts.isCancelled(meeting)) {
      return cancelled.shown().get() ? Optional.of(cancelled) : Optional.empty();
    }
    if (mine.shown().get() && MeetingFacts.isLedBy(meeting, me)) {
      return Optional.of(mine);
    }
    return meeting.interviewers().stream()
        .map(it -> people.get(it.userId()))
        .filter(line -> line != null && line.shown().get())
        .findFirst();
  }

  boolean showsBusy() {
    return busy.shown().get();
  }

  public ObservableList<CalendarLine> lines() {
    return lines;
  }
}
