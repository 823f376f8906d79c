package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Busy;
import java.sql.SQLException;
import java.time.Instant;

/// Who is in which call: nobody is in two, nor on the way to two.
final class CallLines {
  private static final String HOLD = "SELECT id FROM accounts WHERE id = ? FOR NO KEY UPDATE";

  private final CallStore calls;
  private final CallTransitions transitions;

  CallLines(CallStore calls, CallTransitions transitions) {
    this.calls = calls;
    this.transitions = transitions;
  }

  /// Before somebody comes into a call, and before all else in that transaction: whatever else they
  /// want to come into at the same time waits for the end of it, on any node. SQLite has one writer
  /// anyway, and an applicant one call by a constraint.
  void hold(Tx tx, Identity who) throws SQLException {
    if (who.isTeam() && tx.sql() == Sql.POSTGRESQL) {
      tx.first(HOLD, row -> row.text(1), who.userId());
    }
  }

  /// Refuses whoever is in the call of another room, is on the way to it, or waits for one that
  /// they placed: once it is accepted they sit in it.
  void refuseIfElsewhere(Tx tx, Identity who, RoomId room, Instant now) throws SQLException {
    for (StoredCall live : calls.liveWith(tx, who.userId())) {
      if (!live.session().roomId().equals(room) && holds(live, who, now)) {
        throw Refusal.busy(busy(live.session(), true));
      }
    }
  }

  /// Refuses whoever is in another call than this one, or waits for one that they placed.
  void refuseIfBusy(Tx tx, Identity who, CallId id, Instant now) throws SQLException {
    for (StoredCall live : calls.liveWith(tx, who.userId())) {
      if (!live.session().callId().equals(id) && holds(live, who, now)) {
        throw Refusal.busy(busy(live.session(), true));
      }
    }
  }

  private boolean holds(StoredCall live, Identity who, Instant now) {
    CallSession session = live.session();
    boolean placed = session.callerId().equals(who.userId()) && !live.opened();
    boolean left =
        session.participant(who.userId()).filter(person -> person.leftAt() == null).isEmpty();
    return (placed && !left) || transitions.keepsPlace(session, who.userId(), now);
  }

  /// @param own whether the line is that of whoever asks
  static Busy busy(CallSession live, boolean own) {
    return new Busy(
        live.callId(),
        name(live, live.callerId()),
        live.callerId(),
        live.createdAt(),
        own ? name(live, live.applicantId()) : null);
  }

  private static String name(CallSession session, UserId user) {
    return session.participant(user).map(Participant::name).orElse("");
  }
}
