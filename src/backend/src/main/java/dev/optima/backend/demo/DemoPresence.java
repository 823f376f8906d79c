package dev.optima.backend.demo;

import dev.optima.backend.bus.Presence;
import dev.optima.protocol.id.UserId;
import java.util.Set;

/// Whether the applicant of the moment is here, as the demo needs it.
final class DemoPresence implements Presence {
  private boolean online;

  void setOnline(boolean online) {
    this.online = online;
  }

  @Override
  public int devices(UserId user) {
    return online ? 1 : 0;
  }

  @Override
  public Set<UserId> applicants() {
    return Set.of();
  }
}
