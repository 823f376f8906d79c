package dev.optima.backend.call;

import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import java.util.List;

/// A call as it is kept: the machine's session, and what the machine need not know.
///
/// @param requestKey the caller's key, which makes a retry the same call
/// @param mediaRoom the unguessable name of its room
/// @param pushDevices on how many closed pages it rang, if no page was open; else 0
/// @param opened it never rang: it is the room of a meeting, opened by whoever came first
/// @param provider what carries its video, since its beginning
record StoredCall(
    CallSession session,
    String requestKey,
    String mediaRoom,
    int pushDevices,
    boolean opened,
    String provider) {
  StoredCall with(CallSession next) {
    return new StoredCall(next, requestKey, mediaRoom, pushDevices, opened, provider);
  }

  /// The same, with the people that are kept in rows of their own.
  StoredCall with(List<Participant> people) {
    return with(
        new CallSession(
            session.callId(),
            session.roomId(),
            session.callerId(),
            session.meetingId(),
            session.state(),
            session.version(),
            people,
            session.createdAt(),
            session.deadline(),
            session.startedAt(),
            session.togetherSince(),
            session.together(),
            session.endedAt(),
            session.endedBy(),
            session.outcome()));
  }

  /// The same, carried by another provider.
  StoredCall carriedBy(String other) {
    return new StoredCall(session, requestKey, mediaRoom, pushDevices, opened, other);
  }
}
