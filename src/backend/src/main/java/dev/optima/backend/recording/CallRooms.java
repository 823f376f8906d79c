package dev.optima.backend.recording;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.CallSight;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The calls that are recorded, and who may do what there.
final class CallRooms {
  private final Database database;
  private final CallSight calls;

  CallRooms(Database database, CallSight calls) {
    this.database = database;
    this.calls = calls;
  }

  /// What is not yours is not there.
  CallSession of(Tx tx, Identity who, CallId call) throws SQLException {
    return calls
        .session(tx, call)
        .filter(session -> mayKnow(who, session))
        .orElseThrow(() -> Refusal.notFound("no such call"));
  }

  /// Whatever happens in a room happens in one order.
  String lane(Identity who, CallId call) {
    return database.read(tx -> of(tx, who, call)).roomId().value();
  }

  Optional<CallSession> find(CallId call) {
    return database.read(tx -> calls.session(tx, call));
  }

  Optional<CallSession> find(Tx tx, CallId call) throws SQLException {
    return calls.session(tx, call);
  }

  private static boolean mayKnow(Identity who, CallSession session) {
    boolean otherCall = who.callId() != null && !who.callId().equals(session.callId());
    return !otherCall && (who.isTeam() || session.participant(who.userId()).isPresent());
  }

  /// Of the team, and in the call.
  static void demandTeam(Identity who, CallSession session) {
    if (!who.isTeam() || session.participant(who.userId()).isEmpty()) {
      throw Refusal.forbidden("only for recruiters in this call");
    }
  }

  static void demandOpen(CallSession session, Instant now) {
    if (session.state().isTerminal()) {
      throw Refusal.about(ErrorCode.STALE, "the call is over", CallSnapshot.of(session, now));
    }
    if (session.state() == CallState.RINGING) {
      throw Refusal.about(
          ErrorCode.TOO_EARLY, "the call still rings", CallSnapshot.of(session, now));
    }
  }
}
