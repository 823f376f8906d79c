package dev.optima.console.schedule;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.MeetingCheck;
import org.jspecify.annotations.Nullable;

/// Whether a meeting is to be where it was drawn to, and whether the applicant is told.
///
/// @param check whether everybody has time then; null while that is not known
/// @param problem why the last answer could not be carried out
public record MoveQuestion(
    Meeting meeting,
    MoveViewModel.Place place,
    @Nullable MeetingCheck check,
    @Nullable Message problem) {

  /// Whether somebody has no time then.
  public boolean clashes() {
    return check != null && !check.conflicts().isEmpty();
  }

  /// Whether only its length is another.
  public boolean isResize() {
    return place.start().equals(meeting.scheduledTime());
  }
}
