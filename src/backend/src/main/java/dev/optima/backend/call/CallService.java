package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.provider.DirectProvider;
import dev.optima.backend.provider.Tickets.Ticket;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.call.CallDecision;
import dev.optima.protocol.call.CallEvent;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallAnswer;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.ServerMessage.VideoCallRinging;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What people may do with calls. Every command is one transaction around the call machine; what it
/// brings about is told after the commit. All methods block.
///
/// A command on a call that is not there, or not theirs to know of, is refused with `not_found`;
/// one that comes too late with `stale` and the present state.
public final class CallService {
  /// How long after the end of a call its tickets are honoured for requests.
  private static final Duration LAST_WORDS = Duration.ofMinutes(2);

  private final Database database;
  private final CallStore calls;
  private final CallTransitions transitions;
  private final CallRequests requests;
  private final CallAnnouncer announcer;
  private final MeetingRooms rooms;
  private final CallDirectory directory;
  private final CallAccess access;
  private final ForeignEndings endings;
  private final List<Consumer<CallSession>> watchers;

  CallService(CallKernel kernel) {
    database = kernel.database();
    calls = kernel.calls();
    transitions = kernel.transitions();
    requests = kernel.requests();
    announcer = kernel.announcer();
    rooms = kernel.rooms();
    directory = kernel.directory();
    watchers = kernel.watchers();
    access = kernel.access();
    endings = new ForeignEndings(kernel.clock());
  }

  /// What a request came to.
  ///
  /// @param fresh false if the same key was used before
  /// @param ringing what the caller is told while it rings; null if it rings no more
  /// @param entered nothing rang: the applicant waits in the room of a meeting, and the way in is
  ///   told over the bus
  public record Placed(
      CallSnapshot call, boolean fresh, @Nullable VideoCallRinging ringing, boolean entered) {}

  /// Tells of every call that was stored, after its commit: quick, and without the database.
  public void watch(Consumer<CallSession> watcher) {
    watchers.add(watcher);
  }

  /// Rings the applicant of a room. Refused with `busy`, `rate_limited`, or, with the call kept as
  /// missed, `offline`.
  ///
  /// @param key the same key of the same caller is the same call
  public Placed request(Identity who, RoomId room, String key) {
    Instant now = now();
    CallRequests.Result result = requests.place(who, room, key, now);
    CallSession session = result.call().session();
    CallSnapshot snapshot = CallSnapshot.of(session, now);
    if (session.outcome() == CallOutcome.OFFLINE) {
      throw Refusal.about(ErrorCode.OFFLINE, "the applicant is not here", snapshot);
    }
    boolean rings = session.state() == CallState.RINGING;
    return new Placed(
        snapshot,
        result.fresh(),
        rings ? announcer.ringing(result.call(), snapshot) : null,
        result.entered());
  }

  /// @param connection the socket that says so, which the other devices are told apart from
  public CallSnapshot accept(Identity who, CallId call, @Nullable String connection) {
    return command(who, call, new CallEvent.Accept(who.userId()), connection);
  }

  public CallSnapshot reject(Identity who, CallId call) {
    return command(who, call, new CallEvent.Reject(who.userId()), null);
  }

  /// Accept or reject.
  public CallSnapshot respond(
      Identity who, CallId call, CallAnswer answer, @Nullable String connection) {
    return switch (answer) {
      case ACCEPT -> accept(who, call, connection);
      case REJECT -> reject(who, call);
    };
  }

  public CallSnapshot cancel(Identity who, CallId call) {
    return command(who, call, new CallEvent.Cancel(who.userId()), null);
  }

  /// Hangs up: whoever came into a colleague's call only leaves it, an administrator too. An
  /// administrator who was never in it ends it.
  public CallSnapshot end(Identity who, CallId call) {
    return end(who, call, who.isAdmin() && !wasIn(who, call));
  }

  /// As the database says: this node may never have seen that they came.
  private boolean wasIn(Identity who, CallId call) {
    return access.find(who, call).session().participant(who.userId()).isPresent();
  }

  /// Ends it for everybody, if an administrator says so; from others it is [#end].
  public CallSnapshot endForAll(Identity who, CallId call) {
    return end(who, call, who.isAdmin());
  }

  private CallSnapshot end(Identity who, CallId call, boolean forAll) {
    return access.command(
        who,
        call,
        new CallEvent.End(who.userId(), forAll),
        null,
        (tx, session) -> endings.note(tx, who, session));
  }

  public CallSnapshot leave(Identity who, CallId call) {
    return command(who, call, new CallEvent.Leave(who.userId()), null);
  }

  public CallSnapshot joined(Identity who, CallId call) {
    return command(who, call, new CallEvent.Joined(who.userId()), null);
  }

  public CallSnapshot alive(Identity who, CallId call) {
    return here(who, call, new CallEvent.Alive(who.userId()));
  }

  /// Here, but before the room, where the media server keeps them.
  public CallSnapshot waiting(Identity who, CallId call) {
    return here(who, call, new CallEvent.Waiting(who.userId()));
  }

  private CallSnapshot here(Identity who, CallId call, CallEvent here) {
    Instant now = now();
    boolean forsaken =
        directory
            .find(call, now)
            .filter(session -> session.participant(who.userId()).isPresent())
            .filter(session -> rooms.isForsaken(session, now))
            .isPresent();
    return command(who, call, forsaken ? new CallEvent.End(who.userId(), true) : here, null);
  }

  /// A ticket to the room, minted again for each join.
  public JoinTicket join(Identity who, CallId id) {
    StoredCall call = access.find(who, id);
    return announcer.ticket(call, whoMayEnter(who, call));
  }

  private Participant whoMayEnter(Identity who, StoredCall call) {
    Instant now = now();
    Participant person =
        call.session()
            .participant(who.userId())
            .orElseThrow(() -> Refusal.forbidden("not in this call"));
    CallRights.refuseUnlessOpen(call.session(), now);
    if (rooms.isKeptOut(who, call)) {
      throw Refusal.of(ErrorCode.TOO_EARLY, "the applicant has to be let in");
    }
    if (person.leftAt() != null && transitions.isFull(call.session(), now)) {
      throw CallRights.refusal(CallDecision.Reason.FULL, CallSnapshot.of(call.session(), now));
    }
    return person;
  }

  /// What carries the video does not work: all in the call go on over the built-in provider. Said
  /// again it changes nothing.
  ///
  /// @return a ticket there
  public JoinTicket fallBack(Identity who, CallId id) {
    StoredCall call = access.find(who, id);
    whoMayEnter(who, call);
    if (!call.provider().equals(DirectProvider.NAME)) {
      if (!announcer.providers().hasFallback()) {
        throw Refusal.forbidden("the settings allow no other provider");
      }
      command(who, id, new CallEvent.Move(who.userId()), null);
    }
    return join(who, id);
  }

  /// The present state, for those who are in it and for the team.
  public CallSnapshot status(Identity who, CallId call) {
    return CallSnapshot.of(access.find(who, call).session(), now());
  }

  /// The live calls in which somebody is, or which ring for them.
  public List<CallSnapshot> live(Identity who) {
    Instant now = now();
    return database.read(tx -> calls.liveWith(tx, who.userId())).stream()
        .filter(call -> !rooms.isKeptOut(who, call))
        .map(StoredCall::session)
        .filter(session -> session.participant(who.userId()).isPresent())
        .filter(session -> who.callId() == null || who.callId().equals(session.callId()))
        .map(session -> CallSnapshot.of(session, now))
        .toList();
  }

  /// Who holds a good ticket, as long as the call is live and they are in it.
  public Identity holder(Ticket ticket) {
    return holder(ticket, Duration.ZERO);
  }

  /// As [#holder(Ticket)], and a little after the end: for what a page has still to tell.
  public Identity lateHolder(Ticket ticket) {
    return holder(ticket, LAST_WORDS);
  }

  private Identity holder(Ticket ticket, Duration grace) {
    StoredCall call =
        database
            .read(tx -> calls.find(tx, ticket.callId()))
            .orElseThrow(() -> Refusal.notFound("no such call"));
    Instant now = now();
    Participant person =
        call.session()
            .participant(ticket.userId())
            .orElseThrow(() -> Refusal.notFound("no such call"));
    Instant ended = call.session().endedAt();
    if (ended == null || !now.isBefore(ended.plus(grace))) {
      CallRights.refuseUnlessOpen(call.session(), now);
    }
    directory.saw(call.session(), now);
    return Identity.ofTicket(person.userId(), ticket.role(), person.name(), ticket.callId());
  }

  /// The others in a live call, between whom signals are relayed; nobody for those who have left
  /// it.
  public List<Participant> others(Identity who, CallId call) {
    CallSession session = access.inCall(who, call, now());
    if (session.participant(who.userId()).filter(person -> person.leftAt() == null).isEmpty()) {
      return List.of();
    }
    return session.participants().stream()
        .filter(person -> !person.userId().equals(who.userId()) && person.leftAt() == null)
        .toList();
  }

  /// Whether a page may tell something of a call: not of one that its person has left.
  ///
  /// @throws Refusal unless they are or were in it, and it is live and rings no more
  public boolean isIn(Identity who, CallId call) {
    return access
        .inCall(who, call, now())
        .participant(who.userId())
        .filter(person -> person.leftAt() == null)
        .isPresent();
  }

  private CallSnapshot command(
      Identity who, CallId id, CallEvent event, @Nullable String connection) {
    return access.command(who, id, event, connection);
  }

  private Instant now() {
    return access.now();
  }
}
