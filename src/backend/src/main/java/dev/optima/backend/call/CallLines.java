package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Busy;
import java.sql.SQLException;

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
