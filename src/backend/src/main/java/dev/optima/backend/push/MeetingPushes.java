package dev.optima.backend.push;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ReminderKind;
import java.time.Instant;

/// Pushes reminders of meetings.
public final class MeetingPushes {
  private final PushSender sender;

  public MeetingPushes(PushSender sender) {
    this.sender = sender;
  }

  /// A reminder.
  ///
  /// @param expiresAt after that it is of no use
  public record Reminder(
      ReminderKind kind,
      MeetingId meetingId,
      RoomId roomId,
      String title,
      Instant scheduledTime,
      Instant expiresAt) {}

  /// Returns at once; from any thread.
  public void remind(UserId user, Reminder reminder) {
    sender.send(user, PushNotice.meeting(reminder));
  }
}
