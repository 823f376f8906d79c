package dev.optima.backend.meeting;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ReminderKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reminder that is due.
///
/// @param readers whom it is for: interviewers, the applicant, or both; of a nudge those who are
///   missing
/// @param minutes how late the team is, with `running_late`
/// @param asked somebody of the team asks for it, perhaps not for the first time; else a clock
///   brings it about, once for each state of the calendar
public record Reminder(
    ReminderKind kind, List<UserId> readers, Instant at, @Nullable Integer minutes, boolean asked) {
  public Reminder {
    readers = List.copyOf(readers);
  }
}
