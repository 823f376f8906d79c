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
  /// @param actorId who did it; null for the backend itself and for the command line
  /// @param actor their name then
  /// @param subjectId what it was done to: a user, call, meeting, …
  /// @param subject its name then
  /// @param detail more about it
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
