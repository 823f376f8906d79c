package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.meeting.MeetingTransitions.Act;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingDecision;
import dev.optima.protocol.meeting.MeetingDecision.Transition;
import dev.optima.protocol.meeting.MeetingEffect;
import dev.optima.protocol.meeting.MeetingEvent;
import dev.optima.protocol.meeting.MeetingMachine;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/// Plans a meeting anew, or says something else about it. Of two who change the same version one is
/// refused as `stale`.
final class MeetingReplanner {
  private final Planning planning;
  private final MeetingTransitions transitions;
  private final MeetingMachine machine;
  private final MeetingViews views;
  private final MeetingAudit audit;

  MeetingReplanner(
      Planning planning,
      MeetingTransitions transitions,
      MeetingMachine machine,
      MeetingViews views,
      MeetingAudit audit) {
    this.planning = planning;
    this.transitions = transitions;
    this.machine = machine;
    this.views = views;
    this.audit = audit;
  }

  StoredMeeting change(Tx tx, Identity who, MeetingId id, ScheduleMeeting wanted, Instant now)
      throws SQLException {
    StoredMeeting before = transitions.present(tx, id);
    refuseIfNotSeen(before, wanted);
    MeetingSession session = before.session();
    MeetingDetails details = planning.details(wanted, before.details());
    Proposal proposal = planning.proposal(tx, session.ownerId(), wanted, session);
    if (!proposal.start().equals(session.scheduledTime())) {
      MeetingInputs.checkStart(proposal.start(), now);
    }
    MeetingDecision decision = machine.on(session, event(who, proposal, before, details), now);
    if (decision instanceof MeetingDecision.Refusal) {
      throw stale(before);
    }
    MeetingDetails said = said(tx, proposal, before, details, now);
    boolean mail =
        wanted.sendEmail() == null
            ? before.details().sendEmail() || before.notificationSent()
            : wanted.sendEmail();
    var deed = MeetingDeed.by(who, now, mail);
    StoredMeeting after =
        decision instanceof Transition(MeetingSession next, List<MeetingEffect> effects)
            ? replan(tx, before, before.with(next, said, before.reply()), effects, deed)
            : detail(tx, before, said, deed);
    audit.planned(tx, who, before, after);
    return after;
  }

  private void refuseIfNotSeen(StoredMeeting before, ScheduleMeeting wanted) {
    if (!before.session().applicantId().equals(wanted.applicantId())) {
      throw Refusal.invalid("applicant_id", "a meeting stays with its applicant");
    }
    if (wanted.version() == null) {
      throw Refusal.invalid("version", "a change says which version of the meeting it saw");
    }
    if (wanted.version() != before.session().version()) {
      throw stale(before);
    }
  }

  private static MeetingEvent.Change event(
      Identity who, Proposal proposal, StoredMeeting before, MeetingDetails details) {
    boolean worded =
        !details.title().equals(before.details().title())
            || !Objects.equals(details.description(), before.details().description());
    return new MeetingEvent.Change(
        who.userId(), proposal.start(), proposal.length(), proposal.interviewers(), worded);
  }

  /// Where time and people stay, so does the reason why it stands beside something else.
  private MeetingDetails said(
      Tx tx, Proposal proposal, StoredMeeting before, MeetingDetails details, Instant now)
      throws SQLException {
    MeetingSession session = before.session();
    boolean same =
        proposal.start().equals(session.scheduledTime())
            && proposal.length().equals(session.length())
            && new HashSet<>(session.interviewers()).containsAll(proposal.interviewers());
    if (same) {
      return details.overridden(before.details().overrideReason());
    }
    planning.takeTurns(tx, proposal);
    return planning.checked(tx, proposal, details, now);
  }

  private StoredMeeting replan(
      Tx tx,
      StoredMeeting before,
      StoredMeeting next,
      List<MeetingEffect> effects,
      MeetingDeed deed)
      throws SQLException {
    MeetingSession was = before.session();
    MeetingSession is = next.session();
    boolean moved =
        !was.scheduledTime().equals(is.scheduledTime()) || !was.length().equals(is.length());
    StoredMeeting after =
        moved
            ? next.moved().replanned(planning.dayReminder(is, deed.at()))
            : next.replanned(next.dayReminderAt());
    Act act =
        moved ? Act.told("changed", MeetingNews.What.MOVED, deed) : Act.untold("changed", deed);
    return transitions.changed(tx, before, after, effects, act).orElseThrow(() -> stale(before));
  }

  /// What no calendar shows.
  private StoredMeeting detail(Tx tx, StoredMeeting before, MeetingDetails said, MeetingDeed deed)
      throws SQLException {
    if (said.equals(before.details())) {
      return before;
    }
    StoredMeeting after = before.with(before.session().touched(), said, before.reply());
    return transitions
        .changed(tx, before, after, List.of(), Act.untold("changed", deed))
        .orElseThrow(() -> stale(before));
  }

  private Refusal stale(StoredMeeting present) {
    return Refusal.about(
        ErrorCode.STALE,
        "somebody else changed this meeting, or it is past that",
        views.ofTeam(present));
  }
}
