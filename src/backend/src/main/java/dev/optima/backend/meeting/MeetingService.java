package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.FreeSlots;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.MeetingHistory;
import dev.optima.protocol.rest.NotifyMeeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What people may do with meetings. Every command is one transaction around the machine of
/// meetings; screens are told after the commit. All methods block.
///
/// A command on a meeting that is not there, or not theirs to know of, is refused with `not_found`;
/// one that comes too late with `stale` and the present state.
public final class MeetingService {
  private static final int MAX_SLOTS = 100;

  private final Database database;
  private final MeetingKernel kernel;
  private final InstantSource clock;

  MeetingService(MeetingKernel kernel, Database database, InstantSource clock) {
    this.kernel = kernel;
    this.database = database;
    this.clock = clock;
  }

  /// What planning came to.
  ///
  /// @param fresh false if the same key was used before
  public record Planned(Meeting meeting, boolean fresh) {}

  /// Plans a meeting. Refused with `conflict` if somebody has no time then.
  public Planned schedule(Identity who, ScheduleMeeting wanted) {
    demandTeam(who);
    Instant now = now();
    MeetingPlanner.Planned planned =
        database.write(
            RoomId.of(wanted.applicantId()).value(),
            tx -> kernel.planner().schedule(tx, who, wanted, now));
    return new Planned(kernel.views().ofTeam(planned.meeting()), planned.fresh());
  }

  /// Plans it anew, or says something else about it.
  public Meeting change(Identity who, MeetingId id, ScheduleMeeting wanted) {
    demandTeam(who);
    return act(who, id, (tx, now) -> kernel.replanner().change(tx, who, id, wanted, now));
  }

  /// By the applicant.
  public Meeting answer(Identity who, MeetingId id, AnswerMeeting answer) {
    return act(who, id, (tx, now) -> kernel.deeds().answer(tx, who, id, answer, now));
  }

  /// By either side.
  public Meeting cancel(Identity who, MeetingId id, CancelMeeting wanted) {
    return act(who, id, (tx, now) -> kernel.deeds().cancel(tx, who, id, wanted, now));
  }

  /// What became of it, as the team says.
  public Meeting close(Identity who, MeetingId id, CloseMeeting outcome) {
    return act(who, id, (tx, now) -> kernel.deeds().close(tx, who, id, outcome, now));
  }

  /// Tells the applicant something about it now.
  public void tell(Identity who, MeetingId id, NotifyMeeting notice) {
    demandTeam(who);
    act(who, id, (tx, now) -> kernel.notices().tell(tx, who, id, notice, now));
  }

  /// Lets the applicant in who waits.
  public Meeting admit(Identity who, MeetingId id) {
    demandTeam(who);
    return act(who, id, (tx, now) -> kernel.lobby().admit(tx, who, id, now));
  }

  /// The applicant waits no longer.
  public void leave(Identity who, MeetingId id) {
    act(who, id, (tx, now) -> kernel.lobby().leave(tx, who, id, now));
  }

  /// The present state.
  public Meeting get(Identity who, MeetingId id) {
    return kernel.views().seenBy(who, find(who, id));
  }

  /// Who changed what; for the team.
  public MeetingHistory history(Identity who, MeetingId id) {
    demandTeam(who);
    find(who, id);
    return new MeetingHistory(database.read(tx -> kernel.history().of(tx, id)));
  }

  /// Whether everybody has time then: what a dialog shows while one types.
  ///
  /// @param id the meeting that is planned anew; null for a new one
  public MeetingCheck check(Identity who, ScheduleMeeting wanted, @Nullable MeetingId id) {
    demandTeam(who);
    StoredMeeting present = id == null ? null : find(who, id);
    Instant now = now();
    return database.read(
        tx -> {
          UserId owner = present == null ? who.userId() : present.session().ownerId();
          Proposal proposal =
              kernel
                  .planning()
                  .proposal(tx, owner, wanted, present == null ? null : present.session());
          return kernel.freeTime().check(tx, proposal, now);
        });
  }

  /// When everybody has time, from now on.
  ///
  /// @param wanted whose; its time is the earliest
  public FreeSlots free(Identity who, ScheduleMeeting wanted, int limit) {
    demandTeam(who);
    Instant now = now();
    Instant from = wanted.scheduledTime().isBefore(now) ? now : wanted.scheduledTime();
    return new FreeSlots(
        database.read(
            tx -> {
              Proposal proposal = kernel.planning().proposal(tx, who.userId(), wanted, null);
              return kernel.freeTime().slots(tx, proposal, from, Math.clamp(limit, 1, MAX_SLOTS));
            }));
  }

  private StoredMeeting find(Identity who, MeetingId id) {
    StoredMeeting meeting =
        database
            .read(tx -> kernel.meetings().find(tx, id))
            .orElseThrow(() -> Refusal.notFound("there is no such meeting"));
    MeetingDeeds.checkMayKnow(who, meeting);
    return meeting;
  }

  /// A command in an open transaction.
  @FunctionalInterface
  private interface Command {
    StoredMeeting run(Tx tx, Instant now) throws SQLException;
  }

  /// All that happens in a room happens in one order.
  private Meeting act(Identity who, MeetingId id, Command command) {
    String lane = find(who, id).session().roomId().value();
    Instant now = now();
    return kernel.views().seenBy(who, database.write(lane, tx -> command.run(tx, now)));
  }

  private static void demandTeam(Identity who) {
    if (!who.isTeam() || who.callId() != null) {
      throw Refusal.forbidden("this is for recruiters");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
