package dev.optima.backend.call;

import dev.optima.backend.chat.ChatFeed;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.deadline.Deadlines;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.store.Database;
import dev.optima.protocol.call.CallMachine;
import dev.optima.protocol.call.CallSession;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The parts that the call service and the sweeper share.
public final class CallKernel {
  private final Database database;
  private final CallStore calls = new CallStore();
  private final CallEventStore events = new CallEventStore();
  private final CallAnnouncer announcer;
  private final TeamNews news;
  private final CallDirectory directory = new CallDirectory();
  private final Deadlines deadlines;
  private final CallTransitions transitions;
  private final CallRequests requests;
  private final MeetingRooms rooms;
  private final List<Consumer<CallSession>> watchers = new CopyOnWriteArrayList<>();
  private final MediaRooms mediaRooms;
  private final InstantSource clock;

  /// What calls touch beside the chat.
  public record Neighbours(Outbox outbox, CallMeetings meetings) {}

  public CallKernel(
      Database database,
      ChatStore chat,
      ChatFeed feed,
      CallAnnouncer announcer,
      CallRules rules,
      Neighbours neighbours,
      InstantSource clock) {
    this.database = database;
    this.announcer = announcer;
    this.clock = clock;
    deadlines = new Deadlines("call-sweeper", clock);
    news = new TeamNews(database, calls, announcer.bus(), announcer::isTeamHere, clock);
    var machine = new CallMachine(rules.timers());
    transitions =
        new CallTransitions(
            calls,
            chat,
            feed,
            announcer,
            machine,
            new MissedCalls(neighbours.outbox(), announcer),
            neighbours.meetings(),
            new CallDiary(events, news),
            session -> {
              directory.saw(session, clock.instant());
              deadlines.expect(session.deadline());
              watchers.forEach(watcher -> watcher.accept(session));
            });
    rooms = new MeetingRooms(database, this, machine, neighbours.meetings());
    mediaRooms = new MediaRooms(this, neighbours.meetings());
    requests = new CallRequests(database, calls, transitions, announcer, machine, rules, rooms);
  }

  public CallService service() {
    return new CallService(this);
  }

  /// What happened in calls.
  public CallTimeline timeline() {
    return new CallTimeline(this);
  }

  /// Colleagues in each other's calls.
  public Interviews interviews() {
    return new Interviews(this);
  }

  /// What the team watches.
  public TeamNews news() {
    return news;
  }

  public MeetingRooms rooms() {
    return rooms;
  }

  /// The calls by the rooms that media servers know.
  public MediaRooms mediaRooms() {
    return mediaRooms;
  }

  public CallSweeper sweeper() {
    return new CallSweeper(this);
  }

  public CallHistory history() {
    return new CallHistory(database, calls, clock);
  }

  Database database() {
    return database;
  }

  CallStore calls() {
    return calls;
  }

  CallAnnouncer announcer() {
    return announcer;
  }

  CallAccess access() {
    return new CallAccess(this);
  }

  CallEventStore events() {
    return events;
  }

  CallDirectory directory() {
    return directory;
  }

  Deadlines deadlines() {
    return deadlines;
  }

  CallTransitions transitions() {
    return transitions;
  }

  List<Consumer<CallSession>> watchers() {
    return watchers;
  }

  CallRequests requests() {
    return requests;
  }

  InstantSource clock() {
    return clock;
  }
}
