package dev.optima.backend.meeting;

import dev.optima.backend.call.CallSight;
import dev.optima.backend.deadline.Deadlines;
import dev.optima.backend.meeting.MeetingTransitions.Act;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.meeting.MeetingDecision.Transition;
import dev.optima.protocol.meeting.MeetingEffect;
import dev.optima.protocol.meeting.MeetingEvent;
import dev.optima.protocol.meeting.MeetingMachine;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.message.ReminderKind;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what nobody does: opens meetings, reminds people, asks what became of it, takes back the
/// knock of a page that is gone. Deadlines are rows, so any node fires those of a node that died;
/// several sweepers do no harm, since only one of them wins the compare-and-set.
public final class MeetingSweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MeetingSweeper.class);
  private static final int BATCH = 100;

  private final Database database;
  private final MeetingStore meetings;
  private final KnockStore knocks = new KnockStore();
  private final MeetingTransitions transitions;
  private final MeetingReminders reminders;
  private final MeetingLobby lobby;
  private final CallSight calls = new CallSight();
  private final MeetingMachine machine;
  private final Deadlines deadlines;
  private final InstantSource clock;

  MeetingSweeper(MeetingKernel kernel, Database database, InstantSource clock) {
    this.database = database;
    this.meetings = kernel.meetings();
    this.transitions = kernel.transitions();
    this.reminders = kernel.reminders();
    this.lobby = kernel.lobby();
    this.machine = kernel.machine();
    this.deadlines = kernel.deadlines();
    this.clock = clock;
  }

  /// The rule of a start: whoever waited gets one lease to show themselves, since no page could
  /// renew its knock while nobody listened.
  public void recover() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    database.<Boolean>write(
        tx -> {
          knocks.spare(tx, now);
          return true;
        });
  }

  /// Starts the sweeping, after [#recover]; what became due while nobody swept is done first.
  public void start() {
    deadlines.start(this::sweep);
  }

  /// Fires what is due, and says when the next deadline is (or `Instant.MAX`).
  public Instant sweep() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean all = sweep(meetings::dayRemindersDue, this::remindOfTomorrow, now);
    all &= sweep(meetings::due, this::pass, now);
    all &= sweep(knocks::due, (tx, due, at) -> lobby.lapse(tx, due.meetingId(), at), now);
    // What failed is due already: wait for the next look, do not spin.
    return all ? database.read(meetings::nextDeadline).orElse(Instant.MAX) : Instant.MAX;
  }

  @FunctionalInterface
  private interface Look {
    List<MeetingStore.Due> due(Tx tx, Instant now, int limit) throws SQLException;
  }

  @FunctionalInterface
  private interface Deed {
    void fire(Tx tx, MeetingStore.Due due, Instant now) throws SQLException;
  }

  /// Whether all went well.
  private boolean sweep(Look look, Deed deed, Instant now) {
    List<MeetingStore.Due> due;
    int fired;
    do {
      due = database.read(tx -> look.due(tx, now, BATCH));
      fired = 0;
      for (MeetingStore.Due one : due) {
        fired += alone(one, deed, now) ? 1 : 0;
      }
    } while (due.size() == BATCH && fired > 0);
    return fired == due.size();
  }

  /// One meeting that fails holds up no other; its deadline stays and is tried again.
  private boolean alone(MeetingStore.Due due, Deed deed, Instant now) {
    try {
      database.<Boolean>write(
          due.roomId().value(),
          tx -> {
            deed.fire(tx, due, now);
            return true;
          });
      return true;
    } catch (RuntimeException e) {
      LOG.warn("The deadline of meeting {} is tried again: {}", due.meetingId(), e.toString());
      return false;
    }
  }

  private void remindOfTomorrow(Tx tx, MeetingStore.Due due, Instant now) throws SQLException {
    if (!meetings.claimDayReminder(tx, due.meetingId(), now)) {
      return;
    }
    Optional<StoredMeeting> meeting = meetings.find(tx, due.meetingId());
    if (meeting.isPresent() && isToCome(meeting.get().session(), now)) {
      reminders.due(tx, meeting.get(), ReminderKind.DAY_BEFORE, now);
    }
  }

  /// Whoever looks late does not remind of tomorrow what is now.
  private boolean isToCome(MeetingSession session, Instant now) {
    return session.status() == MeetingStatus.SCHEDULED && !machine.isJoinable(session, now);
  }

  private void pass(Tx tx, MeetingStore.Due due, Instant now) throws SQLException {
    Optional<StoredMeeting> found = meetings.find(tx, due.meetingId());
    if (found.isEmpty()) {
      return;
    }
    StoredMeeting before = found.get();
    CallId call = before.session().callId();
    boolean underWay = call != null && calls.isUnderWay(tx, call);
    if (machine.on(before.session(), new MeetingEvent.Deadline(underWay), now)
        instanceof Transition(MeetingSession next, List<MeetingEffect> effects)) {
      // Whoever was faster has done it.
      transitions.changed(tx, before, before.with(next), effects, act(next, effects, now));
    }
  }

  private static Act act(MeetingSession next, List<MeetingEffect> effects, Instant now) {
    MeetingDeed itself = MeetingDeed.itself(now);
    if (next.status() == MeetingStatus.COMPLETED) {
      return Act.told("completed", MeetingNews.What.COMPLETED, itself);
    }
    String name = effects.stream().findFirst().map(MeetingSweeper::name).orElse("opened");
    return Act.untold(name, itself);
  }

  private static String name(MeetingEffect effect) {
    return switch (effect) {
      case NUDGE_MISSING -> "nudged";
      case ASK_OWNER -> "asked";
      case REVIEW -> "review";
      case OPENED, UPDATE_CALENDARS, CANCEL_CALENDARS, TELL_ANSWER -> "opened";
    };
  }

  /// Stops and waits until what is being fired is done.
  @Override
  public void close() {
    deadlines.close();
  }
}
