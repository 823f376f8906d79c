package dev.optima.backend.meeting;

import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.call.CallMeetings;
import dev.optima.backend.call.MeetingRooms;
import dev.optima.backend.chat.ChatFeed;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.deadline.Deadlines;
import dev.optima.backend.store.Database;
import dev.optima.protocol.meeting.MeetingMachine;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// The parts that everything about meetings shares.
public final class MeetingKernel {
  private final Database database;
  private final InstantSource clock;
  private final MeetingRules rules;
  private final MeetingStore meetings = new MeetingStore();
  private final MeetingHistoryStore history = new MeetingHistoryStore();
  private final MeetingPeople people = new MeetingPeople();
  private final MeetingViews views;
  private final FreeTime freeTime;
  private final Planning planning;
  private final MeetingPlanner planner;
  private final MeetingReplanner replanner;
  private final MeetingDeeds deeds;
  private final MeetingNotices notices;
  private final MeetingLobby lobby;
  private final MeetingMachine machine;
  private final Deadlines deadlines;
  private final MeetingReminders reminders;
  private final MeetingTransitions transitions;
  private final MeetingCalls calls;

  /// Where meetings are told of.
  ///
  /// @param entries the threads
  public record Voices(ChatStore entries, ChatFeed feed, MessageBus bus) {}

  /// What lies outside of this package.
  ///
  /// @param calendars brings them into people's calendars
  /// @param reminders carries reminders to where no screen is open
  /// @param busy when people have no time for another reason
  /// @param publicUrl where people reach this server
  public record Outside(
      CalendarPost calendars,
      ReminderPost reminders,
      List<BusySource> busy,
      Supplier<URI> publicUrl) {
    /// Nothing but the server itself.
    public static Outside none(Supplier<URI> publicUrl) {
      return new Outside(CalendarPost.NONE, ReminderPost.NONE, List.of(), publicUrl);
    }
  }

  public MeetingKernel(
      Database database, Voices voices, Outside outside, MeetingRules rules, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.rules = rules;
    views = new MeetingViews(outside.publicUrl());
    freeTime = new FreeTime(new Appointments(outside.busy()), people, rules.pause());
    planning = new Planning(people, freeTime, rules);
    machine = new MeetingMachine(rules.timers());
    deadlines = new Deadlines("meeting-sweeper", clock);
    var audit = new MeetingAudit(new AuditLog(clock));
    var feed = new MeetingFeed(voices.bus(), views);
    reminders = new MeetingReminders(people, feed, outside.reminders());
    transitions =
        new MeetingTransitions(
            meetings,
            new MeetingTransitions.Talk(voices.entries(), voices.feed()),
            feed,
            outside.calendars(),
            reminders,
            deadlines::expect);
    planner = new MeetingPlanner(meetings, planning, transitions, machine, audit);
    replanner = new MeetingReplanner(planning, transitions, machine, views, audit);
    deeds = new MeetingDeeds(transitions, machine, views, audit);
    calls = new MeetingCalls(meetings, transitions, machine, rules);
    lobby = new MeetingLobby(transitions, views);
    notices = new MeetingNotices(transitions, outside.calendars(), reminders, views);
  }

  public MeetingService service() {
    return new MeetingService(this, database, clock);
  }

  /// Starts nothing by itself.
  public MeetingSweeper sweeper() {
    return new MeetingSweeper(this, database, clock);
  }

  /// What calls have to do with meetings.
  public CallMeetings calls() {
    return calls;
  }

  /// Tells of every meeting that changes in a way that matters to its live call.
  public void watch(MeetingWatch watch) {
    transitions.watch(watch);
  }

  /// The door of the rooms.
  public MeetingEntrance entrance(MeetingRooms rooms) {
    return new MeetingEntrance(this, database, rooms, clock);
  }

  public MeetingList list() {
    return new MeetingList(database, meetings, people, views);
  }

  /// Plans inside of a transaction of somebody else.
  public MeetingPlanner planner() {
    return planner;
  }

  public MeetingViews views() {
    return views;
  }

  public MeetingStore meetings() {
    return meetings;
  }

  /// What would be planned.
  public MeetingDrafts drafts() {
    return new MeetingDrafts(meetings, people, planning);
  }

  MeetingHistoryStore history() {
    return history;
  }

  /// Whether people have time.
  public FreeTime freeTime() {
    return freeTime;
  }

  Planning planning() {
    return planning;
  }

  MeetingReplanner replanner() {
    return replanner;
  }

  /// Acts inside of a transaction of somebody else.
  public MeetingDeeds deeds() {
    return deeds;
  }

  /// How long after its end an unresolved meeting is left for review.
  Duration review() {
    return rules.timers().review();
  }

  MeetingMachine machine() {
    return machine;
  }

  Deadlines deadlines() {
    return deadlines;
  }

  MeetingReminders reminders() {
    return reminders;
  }

  MeetingTransitions transitions() {
    return transitions;
  }

  MeetingLobby lobby() {
    return lobby;
  }

  MeetingNotices notices() {
    return notices;
  }
}
