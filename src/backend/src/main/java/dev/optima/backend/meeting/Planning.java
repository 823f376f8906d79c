package dev.optima.backend.meeting;

import dev.optima.backend.account.Inputs;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What planning a meeting and planning it anew have in common.
final class Planning {
  private final MeetingPeople people;
  private final FreeTime freeTime;
  private final Duration dayReminder;
  private final Set<String> providers;

  Planning(MeetingPeople people, FreeTime freeTime, MeetingRules rules) {
    this.people = people;
    this.freeTime = freeTime;
    this.dayReminder = rules.dayReminder();
    this.providers = rules.providers();
  }

  /// What is said about it.
  ///
  /// @param before what holds where nothing is said; null for a new one
  MeetingDetails details(ScheduleMeeting wanted, @Nullable MeetingDetails before) {
    String provider = wanted.provider();
    boolean asBefore = before != null && Objects.equals(provider, before.provider());
    if (provider != null && !providers.contains(provider) && !asBefore) {
      throw Refusal.invalid(
          "provider",
          "the provider "
              + provider
              + " is not set up here; there is "
              + String.join(", ", new TreeSet<>(providers)));
    }
    return MeetingInputs.details(wanted, before);
  }

  /// Who is to meet, and when.
  ///
  /// @param owner of the meeting
  /// @param present the meeting, if it is there already
  Proposal proposal(Tx tx, UserId owner, ScheduleMeeting wanted, @Nullable MeetingSession present)
      throws SQLException {
    StoredMeeting.Invitee applicant =
        people
            .applicant(tx, wanted.applicantId())
            .orElseThrow(() -> Refusal.notFound("there is no such applicant"));
    List<UserId> before = present == null ? List.of(owner) : present.interviewers();
    List<UserId> interviewers =
        wanted.interviewerIds() == null
            ? before
            : MeetingInputs.interviewers(owner, wanted.interviewerIds());
    for (UserId interviewer : interviewers) {
      if (!before.contains(interviewer) && people.colleague(tx, interviewer).isEmpty()) {
        throw Refusal.invalid("interviewer_ids", "there is no such colleague: " + interviewer);
      }
    }
    return new Proposal(
        applicant,
        interviewers,
        wanted.scheduledTime().truncatedTo(ChronoUnit.SECONDS),
        MeetingInputs.length(wanted.durationMinutes()),
        present == null ? null : present.meetingId(),
        Inputs.timeZone(wanted.timeZone()));
  }

  /// From now on it is this transaction's turn to plan the time of these people.
  void takeTurns(Tx tx, Proposal proposal) throws SQLException {
    freeTime.takeTurns(tx, proposal);
  }

  /// The details with the reason why it stands beside something else, if it does.
  ///
  /// @throws Refusal `conflict` if it does and there is no reason
  MeetingDetails checked(Tx tx, Proposal proposal, MeetingDetails details, Instant now)
      throws SQLException {
    MeetingCheck check = freeTime.check(tx, proposal, now);
    if (check.conflicts().isEmpty()) {
      return details.overridden(null);
    }
    if (details.overrideReason() == null) {
      throw Refusal.clash(check);
    }
    return details;
  }

  /// When people are reminded of tomorrow; null if that is past already, or not wanted at all.
  @Nullable Instant dayReminder(MeetingSession session, Instant now) {
    Instant due = session.scheduledTime().minus(dayReminder);
    return dayReminder.isPositive() && due.isAfter(now) ? due : null;
  }
}
