package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.meeting.MeetingTransitions.Act;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.meeting.MeetingDecision.Transition;
import dev.optima.protocol.meeting.MeetingMachine;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Plans meetings. That nobody is at two at once is checked inside the transaction, while it is
/// this transaction's turn to plan the time of these people.
public final class MeetingPlanner {
  private final MeetingStore meetings;
  private final Planning planning;
  private final MeetingTransitions transitions;
  private final MeetingMachine machine;
  private final MeetingAudit audit;

  MeetingPlanner(
      MeetingStore meetings,
      Planning planning,
      MeetingTransitions transitions,
      MeetingMachine machine,
      MeetingAudit audit) {
    this.meetings = meetings;
    this.planning = planning;
    this.transitions = transitions;
    this.machine = machine;
    this.audit = audit;
  }

  /// A meeting, and whether it is new; if not, the same key was used before.
  public record Planned(StoredMeeting meeting, boolean fresh) {}

  /// Plans a meeting of somebody of the team, in an open transaction.
  ///
  /// @param who its owner
  /// @throws Refusal `conflict` if somebody has no time then, and no reason is given
  public Planned schedule(Tx tx, Identity who, ScheduleMeeting wanted, Instant now)
      throws SQLException {
    String key = MeetingInputs.key(wanted.key());
    MeetingDetails details = planning.details(wanted, null);
    Proposal proposal = planning.proposal(tx, who.userId(), wanted, null);
    planning.takeTurns(tx, proposal);
    Optional<StoredMeeting> same = meetings.byKey(tx, who.userId(), key);
    if (same.isPresent()) {
      return repeated(same.get(), wanted);
    }
    MeetingInputs.checkStart(proposal.start(), now);
    MeetingDetails said = planning.checked(tx, proposal, details, now);
    Transition first =
        machine.schedule(
            new MeetingId(Ids.next()),
            RoomId.of(proposal.applicant().userId()),
            who.userId(),
            proposal.interviewers(),
            proposal.start(),
            proposal.length(),
            now);
    var meeting =
        new StoredMeeting(
            first.session(),
            said,
            Reply.NONE,
            Lobby.EMPTY,
            key,
            "optima-call-" + Ids.secret(),
            planning.dayReminder(first.session(), now),
            proposal.applicant(),
            List.of(),
            false,
            false,
            now,
            now);
    var deed = MeetingDeed.by(who, now, said.sendEmail());
    var act = Act.told("scheduled", MeetingNews.What.SCHEDULED, deed);
    StoredMeeting planned = transitions.planned(tx, meeting, first.effects(), act);
    audit.planned(tx, who, null, planned);
    return new Planned(planned, true);
  }

  private static Planned repeated(StoredMeeting same, ScheduleMeeting wanted) {
    if (!same.session().applicantId().equals(wanted.applicantId())) {
      throw Refusal.invalid("key", "the key belongs to a meeting with somebody else");
    }
    return new Planned(same, false);
  }
}
