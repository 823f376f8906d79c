package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.provider.VideoProvider;
import dev.optima.backend.push.PushSubscriptionStore;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallDecision.Transition;
import dev.optima.protocol.call.CallMachine;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// New calls. That an applicant, and a caller, has one live call at most is held by the database,
/// so any number of requests at once have one winner.
final class CallRequests {
  private static final int MAX_KEY = 128;

  /// A winner may end between our insert and our look at it.
  private static final int ATTEMPTS = 10;

  private final Database database;
  private final CallStore calls;
  private final PushSubscriptionStore subscriptions = new PushSubscriptionStore();
  private final CallTransitions transitions;
  private final CallAnnouncer announcer;
  private final CallMachine machine;
  private final CallRules rules;
  private final MeetingRooms rooms;

  CallRequests(
      Database database,
      CallStore calls,
      CallTransitions transitions,
      CallAnnouncer announcer,
      CallMachine machine,
      CallRules rules,
      MeetingRooms rooms) {
    this.database = database;
    this.calls = calls;
    this.transitions = transitions;
    this.announcer = announcer;
    this.machine = machine;
    this.rules = rules;
    this.rooms = rooms;
  }

  /// @param entered it did not ring: the caller came into the open room of a meeting
  record Result(StoredCall call, boolean fresh, boolean entered) {}

  Result place(Identity who, RoomId room, String key, Instant now) {
    if (!who.isTeam() || who.callId() != null) {
      throw Refusal.forbidden("only recruiters ring");
    }
    if (key.isEmpty() || key.length() > MAX_KEY || key.indexOf(0) >= 0) {
      throw Refusal.invalid("key", "a key has 1 to " + MAX_KEY + " characters");
    }
    if (room.isTeamOnly()) {
      throw Refusal.notFound("nobody can be rung in this room");
    }
    boolean online = announcer.isOnline(room.applicant());
    return database.write(room.value(), tx -> place(tx, who, room, key, online, now));
  }

  private Result place(Tx tx, Identity who, RoomId room, String key, boolean online, Instant now)
      throws SQLException {
    rooms.lines().hold(tx, who);
    String name = calls.applicantName(tx, room).orElseThrow(() -> Refusal.notFound("no such room"));
    int closedPages = online ? 0 : subscriptions.count(tx, room.applicant(), now);
    boolean rings = online || closedPages > 0;
    Optional<CallMeetings.Place> meeting = rooms.meetings().joinable(tx, room, now);
    Transition first =
        machine.request(
            new CallId(Ids.next()),
            room,
            Participant.expected(who.userId(), who.name(), Side.RECRUITER),
            Participant.expected(room.applicant(), name, Side.APPLICANT),
            meeting.map(CallMeetings.Place::meetingId).orElse(null),
            rings,
            now);
    String mediaRoom =
        meeting.map(CallMeetings.Place::mediaRoom).orElseGet(() -> "optima-call-" + Ids.secret());
    VideoProvider provider =
        announcer.providers().choose(meeting.map(CallMeetings.Place::provider).orElse(null));
    var call = new StoredCall(first.session(), key, mediaRoom, closedPages, false, provider.name());
    rooms.lines().refuseIfElsewhere(tx, who, room, now);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if ((rings || isFree(tx, who, room, key)) && calls.insert(tx, call)) {
        if (rings) {
          checkLimit(tx, room, now);
        }
        transitions.placed(tx, call, first.effects(), now);
        return new Result(call, true, false);
      }
      Optional<StoredCall> same = calls.byKey(tx, who.userId(), key);
      if (same.isPresent()) {
        return repeated(same.get(), room);
      }
      Optional<StoredCall> entered = rooms.ringInto(tx, who, room, now);
      if (entered.isPresent()) {
        return new Result(entered.get(), false, true);
      }
      refuseIfBusy(tx, who, room);
    }
    throw Refusal.unavailable("the line changes too fast");
  }

  /// A call that is missed at once is not held back by the constraints, so it is asked for here.
  private boolean isFree(Tx tx, Identity who, RoomId room, String key) throws SQLException {
    return calls.byKey(tx, who.userId(), key).isEmpty()
        && calls.liveOfApplicant(tx, room.applicant()).isEmpty()
        && calls.liveOfCaller(tx, who.userId()).isEmpty();
  }

  private static Result repeated(StoredCall call, RoomId room) {
    if (!call.session().roomId().equals(room)) {
      throw Refusal.of(ErrorCode.CONFLICT, "the key belongs to a call in another room");
    }
    return new Result(call, false, false);
  }

  private void refuseIfBusy(Tx tx, Identity who, RoomId room) throws SQLException {
    Optional<StoredCall> there = calls.liveOfApplicant(tx, room.applicant());
    if (there.isPresent()) {
      throw Refusal.busy(CallLines.busy(there.get().session(), false));
    }
    Optional<StoredCall> own = calls.liveOfCaller(tx, who.userId());
    if (own.isPresent()) {
      throw Refusal.busy(CallLines.busy(own.get().session(), true));
    }
  }

  private void checkLimit(Tx tx, RoomId room, Instant now) throws SQLException {
    if (rules.ringLimit() == 0) {
      return;
    }
    Instant since = now.minus(rules.ringWindow());
    List<Instant> unanswered = calls.unanswered(tx, room, since, rules.ringLimit());
    if (unanswered.size() >= rules.ringLimit()) {
      Duration wait = Duration.between(since, unanswered.getLast());
      throw Refusal.rateLimited(
          "this applicant was rung " + unanswered.size() + " times without an answer", wait);
    }
  }
}
