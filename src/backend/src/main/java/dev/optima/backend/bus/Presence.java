package dev.optima.backend.bus;

import dev.optima.protocol.id.UserId;
import java.util.Set;

/// Who is here. Known to the signalling, asked by calls, chat and lists, which must not depend on
/// it.
public interface Presence {

  /// On how many devices this person is here: live main sockets.
  int devices(UserId user);

  /// The applicants who are here.
  Set<UserId> applicants();

  /// Whether somebody of the team is here, on this node.
  default boolean isTeamHere() {
    return true;
  }

  default boolean isOnline(UserId user) {
    return devices(user) > 0;
  }
}
