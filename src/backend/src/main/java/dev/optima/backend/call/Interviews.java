package dev.optima.backend.call;

import dev.optima.backend.account.AccountStore;
import dev.optima.backend.account.Identity;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallDecision;
import dev.optima.protocol.call.CallEvent;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.AuditAct;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Colleagues in each other's calls: who comes into one, and who is asked. All methods block.
public final class Interviews {
  /// Who was asked a moment ago is not asked again.
  private static final Duration ASKED = Duration.ofSeconds(10);

  private final Database database;
  private final CallStore calls;
  private final CallEventStore events;
  private final AccountStore accounts = new AccountStore();
  private final CallTransitions transitions;
  private final CallAnnouncer announcer;
  private final CallAccess access;
  private final CallLines lines;
  private final AuditLog audit;

  Interviews(CallKernel kernel) {
    database = kernel.database();
    calls = kernel.calls();
    events = kernel.events();
    transitions = kernel.transitions();
    announcer = kernel.announcer();
    access = kernel.access();
    lines = new CallLines(calls, transitions);
    audit = new AuditLog(kernel.clock());
  }

  /// What became of coming in.
  ///
  /// @param ticket the way in; null while it rings: it is given when the applicant accepts
  public record Entered(CallSnapshot call, @Nullable JoinTicket ticket) {}

  /// Brings somebody of the team into a live call of a colleague; said again it changes nothing.
  ///
  /// @throws Refusal `stale` once it is over, `full`, or `busy` in an own other call
  public Entered enter(Identity who, CallId id) {
    demandTeam(who);
    Instant now = access.now();
    CallSession session = database.write(access.lane(id, now), tx -> enter(tx, who, id, now));
    CallSnapshot call = CallSnapshot.of(session, now);
    if (session.state() == CallState.RINGING) {
      return new Entered(call, null);
    }
    StoredCall stored = access.find(who, id);
    CallRights.refuseUnlessOpen(stored.session(), now);
    return new Entered(call, announcer.ticket(stored, Interviews.of(stored.session(), who)));
  }

  private CallSession enter(Tx tx, Identity who, CallId id, Instant now) throws SQLException {
    lines.hold(tx, who);
    lines.refuseIfBusy(tx, who, id, now);
    boolean asked = events.invited(tx, id, who.userId()).isPresent();
    var colleague = Participant.expected(who.userId(), who.name(), Side.RECRUITER);
    CallDecision decision =
        transitions.apply(
            tx, id, new CallEvent.Interview(colleague, asked), session -> {}, now, null);
    CallSession session = CallRights.session(decision, now);
    if (decision instanceof CallDecision.Transition) {
      note(tx, who, AuditAct.CALL_ENTERED, session, asked ? "invited" : null);
    }
    return session;
  }

  /// Asks a colleague into a live call that one is in.
  ///
  /// @throws Refusal `offline` if they are not here; `stale`, `full`
  public void invite(Identity who, CallId id, UserId colleague) {
    demandTeam(who);
    Instant now = access.now();
    boolean here = announcer.isOnline(colleague);
    database.<Boolean>write(access.lane(id, now), tx -> invite(tx, who, id, colleague, here, now));
  }

  private boolean invite(
      Tx tx, Identity who, CallId id, UserId colleague, boolean here, Instant now)
      throws SQLException {
    String name =
        accounts
            .byId(tx, colleague)
            .map(AccountStore.Stored::account)
            .filter(account -> !account.disabled())
            .map(Account::name)
            .orElseThrow(() -> Refusal.invalid("user_id", "there is no such colleague"));
    Optional<Instant> last = events.invited(tx, id, colleague);
    if (last.isPresent() && now.isBefore(last.get().plus(ASKED)) && isIn(tx, who, id)) {
      return false;
    }
    var invitation =
        new CallEvent.Invite(who.userId(), Participant.expected(colleague, name, Side.RECRUITER));
    CallDecision decision = transitions.apply(tx, id, invitation, session -> {}, now, null);
    CallSession session = CallRights.session(decision, now);
    if (decision instanceof CallDecision.Transition) {
      if (!here) {
        throw Refusal.about(
            ErrorCode.OFFLINE, "this colleague is not here", CallSnapshot.of(session, now));
      }
      note(tx, who, AuditAct.COLLEAGUE_INVITED, session, colleague.value());
    }
    return true;
  }

  private boolean isIn(Tx tx, Identity who, CallId id) throws SQLException {
    return calls
        .find(tx, id)
        .flatMap(call -> call.session().participant(who.userId()))
        .filter(person -> person.leftAt() == null)
        .isPresent();
  }

  private void note(Tx tx, Identity who, AuditAct act, CallSession session, @Nullable String detail)
      throws SQLException {
    String applicant =
        session.participant(session.applicantId()).map(Participant::name).orElse(null);
    audit.note(tx, who, act, session.callId().value(), applicant, detail);
  }

  private static Participant of(CallSession session, Identity who) {
    return session
        .participant(who.userId())
        .orElseThrow(() -> Refusal.forbidden("not in this call"));
  }

  private static void demandTeam(Identity who) {
    if (!who.isTeam() || who.callId() != null) {
      throw Refusal.forbidden("this is for recruiters");
    }
  }
}
