package dev.optima.backend.meeting;

import dev.optima.backend.call.CallMeetings;
import dev.optima.backend.meeting.MeetingTransitions.Act;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.meeting.MeetingDecision.Transition;
import dev.optima.protocol.meeting.MeetingEffect;
import dev.optima.protocol.meeting.MeetingEvent;
import dev.optima.protocol.meeting.MeetingMachine;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.MeetingNews;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets a meeting follow its call.
final class MeetingCalls implements CallMeetings {
  private static final int ATTEMPTS = 20;
  private static final String NEAR =
      "WHERE m.applicant_id = ? AND m.status <> 'CANCELLED' AND m.scheduled_at <= ?"
          + " AND (m.ends_at > ? OR m.status = 'IN_PROGRESS') ORDER BY m.scheduled_at";

  private final MeetingStore meetings;
  private final MeetingTransitions transitions;
  private final MeetingMachine machine;
  private final MeetingRules rules;

  MeetingCalls(
      MeetingStore meetings,
      MeetingTransitions transitions,
      MeetingMachine machine,
      MeetingRules rules) {
    this.meetings = meetings;
    this.transitions = transitions;
    this.machine = machine;
    this.rules = rules;
  }

  /// The one under way, else the one whose time is nearest.
  @Override
  public Optional<Place> joinable(Tx tx, RoomId room, Instant now) throws SQLException {
    List<StoredMeeting> near =
        meetings.where(
            tx,
            NEAR,
            room.applicant(),
            now.plus(rules.timers().open()),
            now.minus(rules.timers().review()));
    return near.stream()
        .filter(meeting -> machine.isJoinable(meeting.session(), now))
        .min(
            Comparator.comparing((StoredMeeting meeting) -> rank(meeting.session()))
                .thenComparing(meeting -> distance(meeting.session(), now)))
        .map(MeetingCalls::place);
  }

  private static Place place(StoredMeeting meeting) {
    return new Place(
        meeting.session().meetingId(), meeting.mediaRoom(), meeting.details().provider());
  }

  /// Before what is over comes what is not.
  private static int rank(MeetingSession session) {
    if (session.status() == MeetingStatus.IN_PROGRESS) {
      return 0;
    }
    return session.status().isOver() ? 2 : 1;
  }

  private static Duration distance(MeetingSession session, Instant now) {
    return Duration.between(session.scheduledTime(), now).abs();
  }

  @Override
  public void follow(Tx tx, CallSession call, boolean hadStarted, Instant now) throws SQLException {
    MeetingId id = call.meetingId();
    MeetingEvent event = event(call, hadStarted);
    if (id == null || event == null) {
      return;
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StoredMeeting> before = meetings.find(tx, id);
      if (before.isEmpty()
          || !(machine.on(before.get().session(), event, now)
              instanceof Transition(MeetingSession next, List<MeetingEffect> effects))) {
        return;
      }
      StoredMeeting after = before.get().with(next);
      if (transitions
          .changed(tx, before.get(), after, effects, act(event, next, now))
          .isPresent()) {
        return;
      }
    }
    throw Refusal.unavailable("the meeting changes too fast");
  }

  @Override
  public boolean isOpen(Tx tx, MeetingId meeting, Instant now) throws SQLException {
    return meetings
        .find(tx, meeting)
        .filter(found -> machine.isJoinable(found.session(), now))
        .isPresent();
  }

  @Override
  public Optional<Door> door(Tx tx, String mediaRoom, Instant now) throws SQLException {
    return meetings.where(tx, "WHERE m.media_room = ?", mediaRoom).stream()
        .map(found -> new Door(machine.isJoinable(found.session(), now), found.keepsWaiting()))
        .findFirst();
  }

  @Override
  public boolean keepsWaiting(Tx tx, MeetingId meeting) throws SQLException {
    return meetings.find(tx, meeting).filter(StoredMeeting::keepsWaiting).isPresent();
  }

  /// Nothing of a call that never started: a ring that nobody answered says nothing of an
  /// interview, also not of one that its owner opened again.
  private static @Nullable MeetingEvent event(CallSession call, boolean hadStarted) {
    return switch (call.state()) {
      case RINGING, CONNECTING -> new MeetingEvent.CallPlaced(call.callId());
      case ACTIVE -> new MeetingEvent.CallStarted(call.callId());
      case RECONNECTING -> null;
      case REJECTED, MISSED, CANCELLED -> null;
      case ENDED, FAILED -> hadStarted ? over(call) : null;
    };
  }

  private static MeetingEvent over(CallSession call) {
    return call.startedAt() == null
        ? new MeetingEvent.CallFailed(call.callId(), call.createdAt())
        : new MeetingEvent.CallOver(call.callId());
  }

  private static Act act(MeetingEvent event, MeetingSession next, Instant now) {
    MeetingDeed itself = MeetingDeed.itself(now);
    return switch (event) {
      case MeetingEvent.CallStarted _ -> Act.untold("started", itself);
      case MeetingEvent.CallOver _ -> Act.told("completed", MeetingNews.What.COMPLETED, itself);
      case MeetingEvent.CallFailed _ ->
          Act.untold(next.status() == MeetingStatus.COMPLETED ? "completed" : "opened", itself);
      default -> Act.untold("called", itself);
    };
  }
}
