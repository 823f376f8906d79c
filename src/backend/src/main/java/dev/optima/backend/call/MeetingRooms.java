package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallDecision;
import dev.optima.protocol.call.CallDecision.Transition;
import dev.optima.protocol.call.CallEffect;
import dev.optima.protocol.call.CallEvent;
import dev.optima.protocol.call.CallMachine;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rooms of meetings: whoever joins opens the room, or comes into the one that is open. Nothing
/// rings.
public final class MeetingRooms {
  private static final int ATTEMPTS = 10;

  private final Database database;
  private final CallStore calls;
  private final CallTransitions transitions;
  private final CallAnnouncer announcer;
  private final CallMachine machine;
  private final CallMeetings meetings;
  private final CallLines lines;
  private final InstantSource clock;

  MeetingRooms(Database database, CallKernel kernel, CallMachine machine, CallMeetings meetings) {
    this.database = database;
    this.calls = kernel.calls();
    this.transitions = kernel.transitions();
    this.announcer = kernel.announcer();
    this.machine = machine;
    this.meetings = meetings;
    this.lines = new CallLines(calls, transitions);
    this.clock = kernel.clock();
  }

  CallMeetings meetings() {
    return meetings;
  }

  /// The room of a meeting.
  ///
  /// @param owner of the meeting
  /// @param waits whether the applicant has to be let in
  /// @param provider what is to carry its video; null: as the organisation has it
  public record Room(
      MeetingId meetingId,
      RoomId roomId,
      String mediaRoom,
      UserId owner,
      boolean waits,
      @Nullable String provider) {}

  /// Says which room it is, or refuses whoever may not come in now: asked inside the transaction
  /// that lets them in, so that nobody comes into what was called off or moved meanwhile.
  @FunctionalInterface
  public interface Door {
    Room open(Tx tx) throws SQLException;
  }

  /// A ticket into the room of a meeting.
  ///
  /// @param room of the applicant
  /// @throws Refusal `busy` if the applicant, or whoever asks, is in another call; `too_early`
  ///   while an applicant has to wait
  public JoinTicket enter(Identity who, RoomId room, Door door) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    StoredCall call = database.write(room.value(), tx -> enter(tx, who, door, now));
    return announcer.ticket(call, call.session().participant(who.userId()).orElseThrow());
  }

  CallLines lines() {
    return lines;
  }

  /// What a ring does where a room is open: into the room in which the applicant waits one just
  /// comes; a room in which nobody but the caller sits makes way for the ring. Empty if it may be
  /// tried (again), or the line is taken.
  Optional<StoredCall> ringInto(Tx tx, Identity who, RoomId room, Instant now) throws SQLException {
    Optional<StoredCall> live = calls.liveOfApplicant(tx, room.applicant());
    if (live.isEmpty() || !live.get().opened()) {
      return Optional.empty();
    }
    CallSession session = live.get().session();
    if (session.state() != CallState.CONNECTING) {
      return Optional.empty();
    }
    boolean waiting = session.participants().stream().anyMatch(Participant::isPresent);
    boolean own = session.participant(who.userId()).isPresent();
    if (waiting && !isTeamThere(session)) {
      var colleague = Participant.expected(who.userId(), who.name(), Side.RECRUITER);
      StoredCall call = step(tx, live.get(), new CallEvent.Enter(colleague), now);
      List<CallEffect> ready = List.of(new CallEffect.ReadyFor(who.userId()));
      tx.afterCommit(() -> announcer.announce(call, ready, now, null));
      return Optional.of(call);
    }
    if (own) {
      step(tx, live.get(), new CallEvent.End(who.userId(), false), now);
    }
    return Optional.empty();
  }

  private StoredCall enter(Tx tx, Identity who, Door door, Instant now) throws SQLException {
    lines.hold(tx, who);
    Room room = door.open(tx);
    lines.refuseIfElsewhere(tx, who, room.roomId(), now);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StoredCall> live = live(tx, room, now);
      if (live.isPresent()) {
        return come(tx, who, room, live.get(), now);
      }
      if (room.waits() && who.isApplicant()) {
        throw outside();
      }
      Optional<StoredCall> opened = open(tx, who, room, now);
      if (opened.isPresent()) {
        door.open(tx); // the meeting holds still since it knows of the call
        return opened.get();
      }
    }
    throw Refusal.unavailable("the line changes too fast");
  }

  /// The live call of the applicant; one whose time is over ends now.
  private Optional<StoredCall> live(Tx tx, Room room, Instant now) throws SQLException {
    Optional<StoredCall> live = calls.liveOfApplicant(tx, room.roomId().applicant());
    if (live.isEmpty()) {
      return live;
    }
    transitions.apply(
        tx, live.get().session().callId(), new CallEvent.Deadline(), session -> {}, now, null);
    return calls.liveOfApplicant(tx, room.roomId().applicant());
  }

  private StoredCall come(Tx tx, Identity who, Room room, StoredCall live, Instant now)
      throws SQLException {
    CallSession session = live.session();
    boolean theirs = session.participant(who.userId()).isPresent();
    if (!room.meetingId().equals(session.meetingId()) && !theirs) {
      throw Refusal.busy(CallLines.busy(session, false));
    }
    if (session.state() == CallState.RINGING) {
      if (who.isTeam()) {
        CallSnapshot call = CallSnapshot.of(session, now);
        throw Refusal.about(ErrorCode.TOO_EARLY, "the call still rings", call);
      }
      return step(tx, live, new CallEvent.Accept(who.userId()), now);
    }
    if (room.waits() && who.isApplicant()) {
      throw outside();
    }
    if (who.isApplicant()) {
      return live;
    }
    var colleague = Participant.expected(who.userId(), who.name(), Side.RECRUITER);
    return step(tx, live, new CallEvent.Enter(colleague), now);
  }

  private static Refusal outside() {
    return Refusal.of(ErrorCode.TOO_EARLY, "the applicant has to be let in");
  }

  /// Whether this call is a room into which this person has to be let in.
  boolean isKeptOut(Identity who, StoredCall call) {
    CallSession session = call.session();
    MeetingId meeting = session.meetingId();
    return who.isApplicant()
        && call.opened()
        && session.state() == CallState.CONNECTING
        && meeting != null
        && database.read(tx -> meetings.keepsWaiting(tx, meeting));
  }

  /// Whether one side sits alone in a room to which nobody will come any more, since its meeting
  /// was called off or moved away.
  boolean isForsaken(CallSession session, Instant now) {
    MeetingId meeting = session.meetingId();
    return session.state() == CallState.CONNECTING
        && meeting != null
        && database.read(
            tx ->
                calls.find(tx, session.callId()).filter(StoredCall::opened).isPresent()
                    && !meetings.isOpen(tx, meeting, now));
  }

  private static boolean isTeamThere(CallSession session) {
    return session.participants().stream()
        .anyMatch(person -> person.side() == Side.RECRUITER && person.isPresent());
  }

  private StoredCall step(Tx tx, StoredCall live, CallEvent event, Instant now)
      throws SQLException {
    CallId id = live.session().callId();
    CallDecision decision = transitions.apply(tx, id, event, session -> {}, now, null);
    return switch (decision) {
      case Transition(CallSession next, _) -> live.with(next);
      case CallDecision.Unchanged(CallSession present) -> live.with(present);
      case CallDecision.Refusal(CallDecision.Reason reason, CallSession present) ->
          throw CallRights.refusal(reason, CallSnapshot.of(present, now));
    };
  }

  private Optional<StoredCall> open(Tx tx, Identity who, Room room, Instant now)
      throws SQLException {
    String name =
        calls.applicantName(tx, room.roomId()).orElseThrow(() -> Refusal.notFound("no such room"));
    var applicant = Participant.expected(room.roomId().applicant(), name, Side.APPLICANT);
    Transition first =
        machine.open(
            new CallId(Ids.next()),
            room.roomId(),
            room.owner(),
            who.isApplicant()
                ? applicant
                : Participant.expected(who.userId(), who.name(), Side.RECRUITER),
            applicant,
            room.meetingId(),
            now);
    String key = "room:" + first.session().callId();
    String provider = announcer.providers().choose(room.provider()).name();
    var call = new StoredCall(first.session(), key, room.mediaRoom(), 0, true, provider);
    if (!calls.insert(tx, call)) {
      return Optional.empty();
    }
    transitions.placed(tx, call, List.of(), now);
    return Optional.of(call);
  }
}
