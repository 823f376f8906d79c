package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.MeetingConflict;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Whether people have time, and when they have.
public final class FreeTime {
  /// How far ahead a free time is looked for.
  static final Duration HORIZON = Duration.ofDays(14);

  /// How often it is looked for so much further ahead, before there is none.
  private static final int PAGES = 4;

  private final Appointments appointments;
  private final MeetingPeople people;
  private final Duration pause;

  FreeTime(Appointments appointments, MeetingPeople people, Duration pause) {
    this.appointments = appointments;
    this.people = people;
    this.pause = pause;
  }

  /// Until the end of this transaction nobody else plans the time of these people.
  void takeTurns(Tx tx, Proposal proposal) throws SQLException {
    appointments.takeTurns(tx, proposal.people());
  }

  /// As [#takeTurns(Tx, Proposal)], for somebody outside of this package.
  public void takeTurns(Tx tx, Collection<UserId> whose) throws SQLException {
    appointments.takeTurns(tx, whose);
  }

  /// When people have no time between two times, for whatever reason.
  public List<BusyTime> busy(
      Tx tx, UserId applicant, List<UserId> interviewers, Instant from, Instant to)
      throws SQLException {
    return appointments.between(tx, applicant, interviewers, from, to);
  }

  /// That everybody has between two meetings at least.
  public Duration pause() {
    return pause;
  }

  /// What is in the way of a time, and which is the next one.
  MeetingCheck check(Tx tx, Proposal proposal, Instant now) throws SQLException {
    List<MeetingConflict> conflicts = new ArrayList<>();
    for (BusyTime busy :
        busy(tx, proposal, proposal.start().minus(pause), proposal.end().plus(pause))) {
      conflicts.add(
          new MeetingConflict(
              busy.userId(),
              people.name(tx, busy.userId()),
              busy.meetingId(),
              busy.start(),
              busy.end(),
              !busy.overlaps(proposal.start(), proposal.end())));
    }
    if (conflicts.isEmpty()) {
      return new MeetingCheck(conflicts, null);
    }
    conflicts.sort(Comparator.comparing(MeetingConflict::start));
    Instant from = proposal.start().isAfter(now) ? proposal.start() : now;
    return new MeetingCheck(
        conflicts, slots(tx, proposal, from, 1).stream().findFirst().orElse(null));
  }

  /// Free starts from `from` on, in the hours in which everybody works: rather in some weeks than
  /// at night. Only if the hours of the two sides never meet, in those of the team.
  List<Instant> slots(Tx tx, Proposal proposal, Instant from, int limit) throws SQLException {
    WorkingHours team = WorkingHours.ofTeam(ZoneId.of(proposal.timeZone()));
    WorkingHours theirs = WorkingHours.ofApplicant(ZoneId.of(proposal.applicant().timeZone()));
    List<WorkingHours> both = List.of(team, theirs);
    if (search(proposal, from, both).among(List.of(), 1).isEmpty()) {
      return slots(tx, proposal, from, List.of(team), limit);
    }
    List<Instant> found = List.of();
    for (int page = 0; page < PAGES && found.isEmpty(); page++) {
      found = slots(tx, proposal, from.plus(HORIZON.multipliedBy(page)), both, limit);
    }
    return found;
  }

  private List<Instant> slots(
      Tx tx, Proposal proposal, Instant from, List<WorkingHours> hours, int limit)
      throws SQLException {
    Instant until = from.plus(HORIZON).plus(proposal.length()).plus(pause);
    return search(proposal, from, hours).among(busy(tx, proposal, from.minus(pause), until), limit);
  }

  private SlotSearch search(Proposal proposal, Instant from, List<WorkingHours> hours) {
    return new SlotSearch(from, from.plus(HORIZON), proposal.length(), pause, hours);
  }

  private List<BusyTime> busy(Tx tx, Proposal proposal, Instant from, Instant to)
      throws SQLException {
    return appointments
        .between(tx, proposal.applicant().userId(), proposal.interviewers(), from, to)
        .stream()
        .filter(one -> one.meetingId() == null || !one.meetingId().equals(proposal.except()))
        .toList();
  }
}
