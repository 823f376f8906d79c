package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Busy;
import java.sql.SQLException;
import java.util.Optional;

/// Who is in which call: nobody is in two.
final class CallLines {
  private CallLines() {}

  /// Refuses whoever sits in the call of another room.
  static void refuseIfElsewhere(CallStore calls, Tx tx, Identity who, RoomId room)
      throws SQLException {
    for (StoredCall live : calls.liveWith(tx, who.userId())) {
      CallSession session = live.session();
      boolean sits = session.participant(who.userId()).filter(Participant::isPresent).isPresent();
      if (sits && !session.roomId().equals(room)) {
        throw Refusal.busy(busy(session, true));
      }
    }
  }

  /// Refuses whoever is in another call than this one, or waits for one that they placed.
  static void refuseIfBusy(CallStore calls, Tx tx, Identity who, CallId id) throws SQLException {
    for (StoredCall live : calls.liveWith(tx, who.userId())) {
      if (!live.session().callId().equals(id) && holds(live, who)) {
        throw Refusal.busy(busy(live.session(), true));
      }
    }
  }

  private static boolean holds(StoredCall live, Identity who) {
    CallSession session = live.session();
    Optional<Participant> person = session.participant(who.userId());
    boolean rings = session.state() == CallState.RINGING;
    boolean placed = session.callerId().equals(who.userId()) && !live.opened();
    return person
        .filter(there -> there.leftAt() == null)
        .filter(there -> there.isPresent() || rings || placed)
        .isPresent();
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
