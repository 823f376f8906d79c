package dev.optima.protocol.rest;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/audit`: sensitive acts, newest first, for administrators.
///
/// @param next to be given as `before` for the next page
public record AuditEntries(List<Entry> entries, @Nullable String next) {
  public AuditEntries {
    entries = List.copyOf(entries);
  }

  /// One act.
  ///
  /// @param actorId who did it; null if it was no person with an account
  /// @param actor their name then; without an id `backend`, `command_line`, `unknown` for somebody
  ///   who could not show who they are, or `applicant` for the one whom it was about
  /// @param subjectId what it was done to: a user, call, meeting, …
  /// @param subject its name then; what names an applicant goes with their calls and meetings, as
  ///   does its detail
  /// @param detail more about it: a number, words of the protocol, or a reason that was given
  /// @param address from where
  public record Entry(
      String id,
      Instant at,
      @Nullable UserId actorId,
      String actor,
      AuditAct act,
      @Nullable String subjectId,
      @Nullable String subject,
      @Nullable String detail,
      @Nullable String address) {}
}
