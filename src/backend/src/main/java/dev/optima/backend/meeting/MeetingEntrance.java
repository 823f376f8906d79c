package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.MeetingRooms;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingMachine;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Meeting;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The door of a meeting's room: from a quarter of an hour before it begins, for those whom it
/// concerns.
public final class MeetingEntrance {
  private final Database database;
  private final MeetingStore meetings;
  private final MeetingViews views;
  private final MeetingLobby lobby;
  private final MeetingMachine machine;
  private final MeetingRooms rooms;
  private final Duration review;
  private final InstantSource clock;

  MeetingEntrance(
      MeetingKernel kernel, Database database, MeetingRooms rooms, InstantSource clock) {
    this.database = database;
    this.meetings = kernel.meetings();
    this.views = kernel.views();
    this.lobby = kernel.lobby();
    this.machine = kernel.machine();
    this.rooms = rooms;
    this.review = kernel.review();
    this.clock = clock;
  }

  /// A ticket into the room: opens it, or comes into the open one.
  ///
  /// @throws Refusal `too_early` before that time, and for an applicant who has to be let in, which
  ///   is their knock at the door; `stale` once it is over; `forbidden` for colleagues who do not
  ///   lead it
  public JoinTicket join(Identity who, MeetingId id) {
    StoredMeeting meeting = database.read(tx -> open(tx, who, id));
    try {
      return rooms.enter(who, meeting.session().roomId(), tx -> room(open(tx, who, id)));
    } catch (Refusal refusal) {
      boolean waits = refusal.code() == ErrorCode.TOO_EARLY;
      if (waits && refusal.call().isEmpty() && refusal.meeting().isEmpty()) {
        Meeting waiting = views.seenBy(who, knock(meeting));
        throw Refusal.about(ErrorCode.TOO_EARLY, refusal.detail(), waiting);
      }
      throw refusal;
    }
  }

  /// The meeting, if its room is open for this person.
  private StoredMeeting open(Tx tx, Identity who, MeetingId id) throws SQLException {
    StoredMeeting meeting =
        meetings.find(tx, id).orElseThrow(() -> Refusal.notFound("there is no such meeting"));
    MeetingDeeds.checkMayKnow(who, meeting);
    if (who.isTeam() && !meeting.session().interviewers().contains(who.userId())) {
      throw Refusal.forbidden("only its interviewers join a meeting");
    }
    refuseUnlessOpen(who, meeting, clock.instant());
    return meeting;
  }

  private static MeetingRooms.Room room(StoredMeeting meeting) {
    MeetingSession session = meeting.session();
    return new MeetingRooms.Room(
        session.meetingId(),
        session.roomId(),
        meeting.mediaRoom(),
        session.ownerId(),
        meeting.keepsWaiting(),
        meeting.details().provider());
  }

  private StoredMeeting knock(StoredMeeting meeting) {
    MeetingSession session = meeting.session();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return database.write(
        session.roomId().value(), tx -> lobby.knock(tx, session.meetingId(), now));
  }

  private void refuseUnlessOpen(Identity who, StoredMeeting meeting, Instant now) {
    if (machine.isJoinable(meeting.session(), now) && !isLongOver(who, meeting.session(), now)) {
      return;
    }
    boolean early = now.isBefore(meeting.session().scheduledTime());
    boolean over = meeting.session().status().isOver();
    throw Refusal.about(
        early && !over ? ErrorCode.TOO_EARLY : ErrorCode.STALE,
        early && !over ? "the room is not open yet" : "the meeting is over",
        views.seenBy(who, meeting));
  }

  /// Nobody said what became of it: the team may still hold it, an applicant finds no open door.
  private boolean isLongOver(Identity who, MeetingSession session, Instant now) {
    return who.isApplicant()
        && session.status() != MeetingStatus.IN_PROGRESS
        && !now.isBefore(session.end().plus(review));
  }
}
