package dev.optima.console.call;

import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which rings are worth another try: one's own that nobody answered in the last days, once for
/// each applicant, unless somebody of the team rang or talked to them since.
final class CallBacks {
  private static final Duration WORTH = Duration.ofDays(2);

  private CallBacks() {}

  /// @param newest calls, newest first
  static List<CallSnapshot> of(List<CallSnapshot> newest, UserId me, Instant now) {
    List<CallSnapshot> missed = new ArrayList<>();
    Set<RoomId> seen = new HashSet<>();
    for (CallSnapshot call : newest) {
      boolean last = seen.add(call.roomId());
      boolean recent = call.createdAt().isAfter(now.minus(WORTH));
      boolean mine = call.callerId().equals(me);
      if (last && recent && mine && call.state() == CallState.MISSED) {
        missed.add(call);
      }
    }
    return missed;
  }
}
