package dev.optima.protocol.rest;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /api/meetings/{id}/history`: who changed what, oldest first; for the team.
public record MeetingHistory(List<Entry> entries) {

  /// One change.
  ///
  /// @param byId absent if a timer did it
  /// @param act `scheduled`, `changed`, `answered`, `cancelled`, `completed`, `no_show`, `undone`,
  ///   `notified`, `answer_ignored` (by mail: to an earlier state, too late, or undecided),
  ///   `opened`, `called`, `started`, `nudged`, `asked`, `review`, `admitted`
  /// @param changes field → its new value, as in the JSON of a meeting
  public record Entry(
      Instant at,
      @Nullable UserId byId,
      @Nullable String byName,
      String act,
      long version,
      Map<String, String> changes) {}
}
