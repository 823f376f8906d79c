package dev.optima.backend.provider;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Role;

/// Gives each participant a ticket to the same room.
public interface VideoProvider {

  /// A new ticket, for one person and one join.
  JoinTicket ticket(Seat seat);

  /// Who is to enter what.
  ///
  /// @param mediaRoom the unguessable name of the room
  record Seat(CallId callId, String mediaRoom, UserId userId, String name, Role role) {}
}
