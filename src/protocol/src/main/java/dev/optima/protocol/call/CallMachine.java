package dev.optima.protocol.call;

import dev.optima.protocol.call.CallDecision.Reason;
import dev.optima.protocol.call.CallDecision.Refusal;
import dev.optima.protocol.call.CallDecision.Transition;
import dev.optima.protocol.call.CallDecision.Unchanged;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The life of a call. Pure: it knows no clock, thread, database or socket, so the backend decides
/// with it and the console asks it which buttons work.
public final class CallMachine {

  /// How many people a call holds (the built-in provider connects each with each).
  public static final int MAX_PARTICIPANTS = 4;

  /// How long somebody whom the media server misses still counts as present without a sign.
  public static final Duration LOST = Duration.ofSeconds(15);

  private final CallTimers timers;
  private final Places places;
  private final Evidence evidence;
  private final Doorstep doorstep;
  private final Panel panel;

  public CallMachine(CallTimers timers) {
    this.timers = timers;
    this.places = new Places(timers);
    this.evidence = new Evidence(timers);
    this.doorstep = new Doorstep(timers);
    this.panel = new Panel(places);
  }

  /// A new call: it rings, or, with the applicant offline, is missed at once.
  public Transition request(
      CallId callId,
      RoomId roomId,
      Participant caller,
      Participant applicant,
      @Nullable MeetingId meetingId,
      boolean applicantOnline,
      Instant now) {
    var session =
        new CallSession(
            callId,
            roomId,
            caller.userId(),
            meetingId,
            CallState.RINGING,
            1,
            List.of(caller, applicant),
            now,
            now.plus(timers.ring()),
            null,
            null,
            Duration.ZERO,
            null,
            null,
            null);
    if (applicantOnline) {
      return new Transition(session, List.of(new CallEffect.Ring()));
    }
    var missed = new CallChange(session).end(CallState.MISSED, CallOutcome.OFFLINE, now, null);
    missed.version = session.version();
    return new Transition(
        missed.build(), List.of(new CallEffect.Ended(), new CallEffect.TellOffline()));
  }

  /// The room of a meeting, opened by whoever comes first: nothing rings. It stays open as long as
  /// somebody is in it.
  ///
  /// @param owner of the meeting, who is not in the call yet
  /// @param first who comes in
  public Transition open(
      CallId callId,
      RoomId roomId,
      UserId owner,
      Participant first,
      Participant applicant,
      MeetingId meetingId,
      Instant now) {
    boolean byApplicant = first.userId().equals(applicant.userId());
    var session =
        new CallSession(
            callId,
            roomId,
            byApplicant ? owner : first.userId(),
            meetingId,
            CallState.CONNECTING,
            1,
            byApplicant ? List.of(applicant) : List.of(first.onTheWay(now), applicant),
            now,
            Evidence.later(now.plus(timers.connect()), now.plus(timers.lease())),
            null,
            null,
            Duration.ZERO,
            null,
            null,
            null);
    return new Transition(session, List.of());
  }

  /// The next session and its effects, or why the event is not allowed.
  public CallDecision on(CallSession session, CallEvent event, Instant now) {
    if (event instanceof CallEvent.ByPerson deed && !mayTouch(session, deed)) {
      return new Refusal(Reason.FORBIDDEN, session);
    }
    if (session.state().isTerminal()) {
      return event instanceof CallEvent.ByPerson
          ? new Refusal(Reason.STALE, session)
          : new Unchanged(session);
    }
    return switch (event) {
      case CallEvent.Accept accept -> accept(session, accept, now);
      case CallEvent.Reject reject -> reject(session, reject, now);
      case CallEvent.Cancel cancel -> cancel(session, cancel, now);
      case CallEvent.End end -> end(session, end, now);
      case CallEvent.Leave leave -> leave(session, leave.by(), now);
      case CallEvent.Joined joined -> seen(session, joined.by(), true, now);
      case CallEvent.Alive alive -> seen(session, alive.by(), false, now);
      case CallEvent.Waiting waiting -> doorstep.waits(session, waiting.by(), now);
      case CallEvent.Lost lost -> missed(session, lost.by(), now);
      case CallEvent.Move move -> moved(session, move.by(), now);
      case CallEvent.Invite invite -> panel.invite(session, invite, now);
      case CallEvent.Interview interview -> interview(session, interview, now);
      case CallEvent.Enter enter -> panel.enter(session, enter.colleague(), now);
      case CallEvent.Deadline _ -> deadline(session, now);
      case CallEvent.Restarted _ -> restarted(session, now);
    };
  }

  /// Whether the event would change something now.
  public boolean allows(CallSession session, CallEvent event, Instant now) {
    return on(session, event, now) instanceof Transition;
  }

  /// Whether nobody else can come in. Whoever crashed keeps a place only as long as they may take
  /// to come back.
  public boolean isFull(CallSession session, Instant now) {
    return places.isFull(session, now);
  }

  /// Whether a place is kept for somebody, in the room or on the way to it.
  public boolean keepsPlace(CallSession session, UserId who, Instant now) {
    return places.keeps(session, who, now);
  }

  private static boolean mayTouch(CallSession session, CallEvent.ByPerson deed) {
    if (deed instanceof CallEvent.Interview
        || (deed instanceof CallEvent.End(_, boolean admin) && admin)) {
      return true;
    }
    Optional<Participant> who = session.participant(deed.by());
    if (who.isEmpty()) {
      return false;
    }
    boolean recruiter = who.get().side() == Side.RECRUITER;
    return switch (deed) {
      case CallEvent.Accept _, CallEvent.Reject _ -> !recruiter;
      case CallEvent.Cancel cancel -> cancel.by().equals(session.callerId());
      case CallEvent.Invite _ -> recruiter;
      case CallEvent.Interview _,
          CallEvent.End _,
          CallEvent.Leave _,
          CallEvent.Joined _,
          CallEvent.Alive _,
          CallEvent.Waiting _,
          CallEvent.Move _ ->
          true;
    };
  }

  private CallDecision accept(CallSession session, CallEvent.Accept accept, Instant now) {
    if (session.state() != CallState.RINGING) {
      return new Refusal(Reason.STALE, session);
    }
    if (isDue(session, now)) {
      return new Refusal(Reason.STALE, session);
    }
    var next = new CallChange(session);
    next.state = CallState.CONNECTING;
    next.deadline = now.plus(timers.connect());
    next.expectAnew(now);
    return new Transition(
        next.build(), List.of(new CallEffect.AnsweredElsewhere(), new CallEffect.Ready()));
  }

  private static CallDecision reject(CallSession session, CallEvent.Reject reject, Instant now) {
    if (session.state() != CallState.RINGING) {
      return new Refusal(Reason.STALE, session);
    }
    return ended(session, CallState.REJECTED, CallOutcome.REJECTED, now, reject.by());
  }

  private static CallDecision cancel(CallSession session, CallEvent.Cancel cancel, Instant now) {
    if (session.state() != CallState.RINGING) {
      return new Refusal(Reason.STALE, session);
    }
    return ended(session, CallState.CANCELLED, CallOutcome.CANCELLED, now, cancel.by());
  }

  private CallDecision end(CallSession session, CallEvent.End end, Instant now) {
    boolean forAll = end.admin() || end.by().equals(session.callerId());
    return forAll ? hangUp(session, end.by(), now) : leave(session, end.by(), now);
  }

  private static CallDecision hangUp(CallSession session, UserId by, Instant now) {
    if (session.state() == CallState.RINGING) {
      boolean applicant = by.equals(session.applicantId());
      return applicant
          ? ended(session, CallState.REJECTED, CallOutcome.REJECTED, now, by)
          : ended(session, CallState.CANCELLED, CallOutcome.CANCELLED, now, by);
    }
    CallOutcome outcome = session.met() ? CallOutcome.COMPLETED : CallOutcome.ABANDONED;
    return ended(session, CallState.ENDED, outcome, now, by);
  }

  private static boolean hasLeft(CallSession session, UserId who) {
    return session.participant(who).filter(p -> p.leftAt() != null).isPresent();
  }

  private CallDecision leave(CallSession session, UserId by, Instant now) {
    if (hasLeft(session, by)) {
      // Said twice, by two devices or two ways: those who are left go on.
      return new Unchanged(session);
    }
    Participant who = session.participant(by).orElseThrow();
    boolean stopsRing = session.state() == CallState.RINGING && !session.isGuest(who);
    if (stopsRing || !sideStays(session, who, now)) {
      return hangUp(session, by, now);
    }
    var next = new CallChange(session).put(who.left(now));
    evidence.settle(next, now);
    return new Transition(next.build(), next.effects(session, true));
  }

  /// Whether another of their side is in the room; until both sides met, being awaited is enough.
  private boolean sideStays(CallSession session, Participant who, Instant now) {
    return session.participants().stream()
        .filter(p -> p.side() == who.side() && !p.userId().equals(who.userId()))
        .anyMatch(
            p ->
                session.startedAt() == null
                    ? p.leftAt() == null && !places.isLate(session, p, now)
                    : p.isPresent());
  }

  private CallDecision interview(CallSession session, CallEvent.Interview interview, Instant now) {
    return isDue(session, now) && session.state() != CallState.ACTIVE
        ? new Refusal(Reason.STALE, session)
        : panel.interview(session, interview, now);
  }

  private CallDecision seen(CallSession session, UserId by, boolean joining, Instant now) {
    if (session.state() == CallState.RINGING) {
      return new Refusal(Reason.TOO_EARLY, session);
    }
    Participant who = session.participant(by).orElseThrow();
    if (who.leftAt() != null && !joining && !places.wasCleared(who)) {
      return new Refusal(Reason.STALE, session);
    }
    if (isDue(session, now) && session.state() != CallState.ACTIVE) {
      return new Refusal(Reason.STALE, session);
    }
    if (who.leftAt() != null && isFull(session, now)) {
      return new Refusal(Reason.FULL, session);
    }
    boolean arrived = !who.isPresent();
    var next = new CallChange(session);
    if (who.leftAt() != null) {
      places.toClear(session, now).ifPresent(next::put);
    }
    next.put(who.seen(now));
    evidence.settle(next, now);
    return new Transition(next.build(), next.effects(session, arrived));
  }

  /// Only who was seen can be missed, and only where that means something: while both sides are
  /// together, and while it is waited for one of them.
  private CallDecision missed(CallSession session, UserId by, Instant now) {
    boolean counts =
        session.state() == CallState.ACTIVE || session.state() == CallState.RECONNECTING;
    Participant who = session.participant(by).orElse(null);
    if (!counts || who == null || !who.isPresent() || who.lostAt() != null) {
      return new Unchanged(session);
    }
    var next = new CallChange(session).put(who.lost(now));
    if (session.state() == CallState.ACTIVE) {
      Instant until = evidence.until(next.participants).orElse(now);
      Instant due =
          Evidence.later(until, now.plus(LOST)); // after a restart the evidence may be old
      next.deadline = Evidence.earlier(due, Objects.requireNonNull(next.deadline));
    }
    return new Transition(next.build(), List.of());
  }

  /// Whoever still has to come gets the time for it anew.
  private CallDecision moved(CallSession session, UserId by, Instant now) {
    if (session.state() == CallState.RINGING) {
      return new Refusal(Reason.TOO_EARLY, session);
    }
    if (hasLeft(session, by) || (isDue(session, now) && session.state() != CallState.ACTIVE)) {
      return new Refusal(Reason.STALE, session);
    }
    if (session.there() > MAX_PARTICIPANTS) {
      return new Refusal(Reason.FULL, session);
    }
    var next = new CallChange(session);
    next.expectAnew(now);
    if (session.state() != CallState.ACTIVE) {
      next.deadline =
          Evidence.later(Objects.requireNonNull(next.deadline), now.plus(timers.connect()));
    }
    return new Transition(next.build(), List.of(new CallEffect.Moved()));
  }

  private CallDecision deadline(CallSession session, Instant now) {
    if (!isDue(session, now)) {
      return new Unchanged(session);
    }
    return switch (session.state()) {
      case RINGING -> ended(session, CallState.MISSED, CallOutcome.NO_ANSWER, now, null);
      case CONNECTING -> ended(session, CallState.FAILED, CallOutcome.NOT_JOINED, now, null);
      case ACTIVE -> lost(session, now);
      case RECONNECTING -> {
        if (!session.met()) {
          yield ended(session, CallState.FAILED, CallOutcome.NOT_JOINED, now, null);
        }
        Instant last = Evidence.lastTogether(session.participants()).orElse(now);
        yield ended(
            session, CallState.ENDED, CallOutcome.DROPPED, Evidence.earlier(last, now), null);
      }
      case ENDED, REJECTED, MISSED, CANCELLED, FAILED -> new Unchanged(session);
    };
  }

  private CallDecision lost(CallSession session, Instant now) {
    var next = new CallChange(session);
    evidence.settle(next, now);
    return new Transition(next.build(), next.effects(session, false));
  }

  private CallDecision restarted(CallSession session, Instant now) {
    return switch (session.state()) {
      case RINGING, CONNECTING -> new Unchanged(session);
      case ACTIVE, RECONNECTING -> {
        Instant lease = now.plus(timers.lease());
        if (!lease.isAfter(Objects.requireNonNull(session.deadline()))) {
          yield new Unchanged(session);
        }
        var next = new CallChange(session);
        next.deadline = lease;
        yield new Transition(next.build(), List.of());
      }
      case ENDED, REJECTED, MISSED, CANCELLED, FAILED -> new Unchanged(session);
    };
  }

  private static boolean isDue(CallSession session, Instant now) {
    return session.deadline() != null && !now.isBefore(session.deadline());
  }

  private static Transition ended(
      CallSession session, CallState state, CallOutcome outcome, Instant at, @Nullable UserId by) {
    return new Transition(
        new CallChange(session).end(state, outcome, at, by).build(),
        List.of(new CallEffect.Ended()));
  }
}
