package dev.optima.backend.http;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import org.jspecify.annotations.Nullable;

/// Who may call a route at all; what they may see there is up to the service.
public enum Access {
  /// Anybody.
  PUBLIC,
  /// Whoever has a session.
  SESSION,
  /// Whoever has a session, or the ticket of one call.
  SESSION_OR_TICKET,
  /// Recruiters and administrators; others are told so.
  TEAM,
  /// Recruiters and administrators; for others there is nothing here.
  TEAM_HIDDEN,
  /// Administrators; others are told so.
  ADMIN;

  /// @throws Refusal if this person may not
  void demand(@Nullable Identity who) {
    if (this == PUBLIC) {
      return;
    }
    if (who == null || (who.callId() != null && this != SESSION_OR_TICKET)) {
      throw Refusal.of(
          ErrorCode.UNAUTHENTICATED, "sign in first: there is no session, or it is over");
    }
    switch (this) {
      case TEAM -> demand(who.isTeam(), "this is for recruiters");
      case ADMIN -> demand(who.isAdmin(), "this is for administrators");
      case TEAM_HIDDEN -> {
        if (!who.isTeam()) {
          throw Refusal.notFound("there is nothing here");
        }
      }
      case PUBLIC, SESSION, SESSION_OR_TICKET -> {}
    }
  }

  private static void demand(boolean allowed, String otherwise) {
    if (!allowed) {
      throw Refusal.forbidden(otherwise);
    }
  }
}
