package dev.optima.backend.meeting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the applicant said with the answer.
///
/// @param proposals other times that they ask for
public record Reply(@Nullable List<Instant> proposals, @Nullable String note) {
  /// Nothing.
  public static final Reply NONE = new Reply(null, null);
}
