package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Meetings as they would be if they were planned, or planned anew, now. Changes nothing.
public final class MeetingDrafts {
  private final MeetingStore meetings;
  private final MeetingPeople people;
  private final Planning planning;

  MeetingDrafts(MeetingStore meetings, MeetingPeople people, Planning planning) {
    this.meetings = meetings;
    this.people = people;
    this.planning = planning;
  }

  /// A meeting as it would be.
  ///
  /// @param interviewers by name, the owner first
  /// @param answer what would hold of the applicant's answer
  public record Draft(
      UserId applicantId,
      MeetingDetails details,
      Instant start,
      Duration length,
      List<String> interviewers,
      MeetingAnswer answer) {
    public Draft {
      interviewers = List.copyOf(interviewers);
    }

    public Instant end() {
      return start.plus(length);
    }
  }

  /// @param changed the meeting that is planned anew; null for a new one
  /// @throws Refusal `invalid` as planning it would
  public Draft of(Tx tx, Identity who, ScheduleMeeting wanted, @Nullable MeetingId changed)
      throws SQLException {
    if (changed == null) {
      return draft(tx, planning.proposal(tx, who.userId(), wanted, null), wanted, null);
    }
    StoredMeeting present =
        meetings.find(tx, changed).orElseThrow(() -> Refusal.notFound("there is no such meeting"));
    UserId owner = present.session().ownerId();
    return draft(tx, planning.proposal(tx, owner, wanted, present.session()), wanted, present);
  }

  private Draft draft(
      Tx tx, Proposal proposal, ScheduleMeeting wanted, @Nullable StoredMeeting present)
      throws SQLException {
    List<String> names = new ArrayList<>();
    for (UserId interviewer : proposal.interviewers()) {
      names.add(people.name(tx, interviewer));
    }
    return new Draft(
        proposal.applicant().userId(),
        planning.details(wanted, present == null ? null : present.details()),
        proposal.start(),
        proposal.length(),
        names,
        answer(proposal, present));
  }

  /// Whoever is asked to another time has not answered yet.
  private static MeetingAnswer answer(Proposal proposal, @Nullable StoredMeeting present) {
    return present == null
            || !present.session().scheduledTime().equals(proposal.start())
            || !present.session().length().equals(proposal.length())
        ? MeetingAnswer.INVITED
        : present.session().answer();
  }
}
