package dev.optima.protocol.rest;

import dev.optima.protocol.id.UserId;
import java.util.List;

/// `GET /api/team`: everybody of the team who may sign in, by name. No more is told of a colleague
/// than what one needs to ask them to an interview.
public record TeamMembers(List<Member> members) {
  /// One of the team.
  public record Member(UserId userId, String name) {}
}
