package dev.optima.console.insight;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which meetings a figure is made of.
///
/// @param from inclusive, by when they were planned for
/// @param to exclusive
/// @param states one of these
/// @param absent who did not come; null: whoever
/// @param people one of these leads it; empty for everybody
/// @param positions the applicant applied for one of these; empty for all
record MeetingsAsked(
    Instant from,
    Instant to,
    Set<MeetingStatus> states,
    @Nullable Absent absent,
    Set<UserId> people,
    List<String> positions) {

  /// Whether a meeting is one of them, but for the position, which it does not know.
  boolean wants(Meeting meeting) {
    return !meeting.scheduledTime().isBefore(from)
        && meeting.scheduledTime().isBefore(to)
        && states.contains(meeting.status())
        && (absent == null || absent == meeting.absent())
        && (people.isEmpty()
            || meeting.interviewers().stream().anyMatch(one -> people.contains(one.userId())));
  }

  boolean withCancelled() {
    return states.contains(MeetingStatus.CANCELLED);
  }
}
