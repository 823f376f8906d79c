package dev.optima.backend.provider;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Role;
import java.util.List;
import java.util.Optional;

/// Gives each participant a ticket to the same room.
public sealed interface VideoProvider permits DirectProvider, JitsiProvider, LinkProvider {

  /// By which settings, calls and meetings know it.
  String name();

  /// Where it is, with the port if that is not the usual one; empty for the built-in one.
  Optional<String> domain();

  /// What it offers beside picture and sound, as IT says: of `lobby`, `recording` and
  /// `transcription`.
  default List<String> features() {
    return List.of();
  }

  /// A new ticket, for one person and one join.
  JoinTicket ticket(Seat seat);

  /// Who is to enter what.
  ///
  /// @param mediaRoom the unguessable name of the room
  record Seat(CallId callId, String mediaRoom, UserId userId, String name, Role role) {
    /// Whether this is somebody of the team, who leads the room.
    boolean leads() {
      return role != Role.APPLICANT;
    }
  }
}
