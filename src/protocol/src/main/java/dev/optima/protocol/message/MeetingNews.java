package dev.optima.protocol.message;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.Absent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to a meeting, as an entry of the chat tells it; as it was then.
///
/// @param previousTime where it was before, with `moved`
/// @param proposals other times that the applicant asks for
/// @param note what the applicant said with the answer, or why it was cancelled
/// @param minutes how late the team is, with `running_late`
public record MeetingNews(
    MeetingId meetingId,
    What what,
    String title,
    Instant scheduledTime,
    int durationMinutes,
    @Nullable Instant previousTime,
    @Nullable List<Instant> proposals,
    @Nullable String note,
    @Nullable Absent absent,
    @Nullable Integer minutes) {

  /// What happened.
  public enum What {
    SCHEDULED,
    MOVED,
    CHANGED,
    ACCEPTED,
    DECLINED,
    ASKED_TO_MOVE,
    CANCELLED,
    RUNNING_LATE,
    COMPLETED,
    NO_SHOW
  }
}
