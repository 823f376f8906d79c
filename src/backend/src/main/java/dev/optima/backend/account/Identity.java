package dev.optima.backend.account;

import dev.optima.backend.audit.Actor;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import org.jspecify.annotations.Nullable;

/// Who asks: every service method that acts for a person takes one.
///
/// @param sessionId the stored session, absent for a call ticket
/// @param callId set for a call ticket: the one call that it is for
/// @param address from where they ask; null if they do not ask themselves
public record Identity(
    UserId userId,
    Role role,
    String name,
    @Nullable String sessionId,
    @Nullable CallId callId,
    @Nullable String address)
    implements Actor {

  /// Somebody of whom it is not known from where they ask.
  public Identity(
      UserId userId, Role role, String name, @Nullable String sessionId, @Nullable CallId callId) {
    this(userId, role, name, sessionId, callId, null);
  }

  /// A person with a session.
  public static Identity ofSession(UserId userId, Role role, String name, String sessionId) {
    return new Identity(userId, role, name, sessionId, null);
  }

  /// The holder of a call ticket, limited to that call.
  public static Identity ofTicket(UserId userId, Role role, String name, CallId callId) {
    return new Identity(userId, role, name, null, callId);
  }

  /// The same, asking from there.
  public Identity from(String where) {
    return new Identity(userId, role, name, sessionId, callId, where);
  }

  public boolean isApplicant() {
    return role == Role.APPLICANT;
  }

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  /// Recruiter or administrator.
  public boolean isTeam() {
    return role != Role.APPLICANT;
  }

  /// The team may see every room, an applicant their own chat.
  public boolean maySee(RoomId room) {
    return isTeam() || (!room.isTeamOnly() && room.applicant().equals(userId));
  }
}
