package dev.optima.backend.meeting;

import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;

/// Tells screens about meetings: the team and the applicant, each their own view.
final class MeetingFeed {
  private final MessageBus bus;
  private final MeetingViews views;

  MeetingFeed(MessageBus bus, MeetingViews views) {
    this.bus = bus;
    this.views = views;
  }

  MeetingViews views() {
    return views;
  }

  /// It is new or different.
  void changed(StoredMeeting meeting) {
    bus.publish(
        Subject.TEAM, Parcel.Event.main(ServerMessage.MeetingChanged.of(views.ofTeam(meeting))));
    bus.publish(
        Subject.user(meeting.session().applicantId()),
        Parcel.Event.main(ServerMessage.MeetingChanged.of(views.ofApplicant(meeting))));
  }

  /// Reminds one person of it.
  ///
  /// @param minutes how late the team is
  void remind(StoredMeeting meeting, UserId person, ReminderKind kind, @Nullable Integer minutes) {
    MeetingSession session = meeting.session();
    Meeting view =
        person.equals(session.applicantId()) ? views.ofApplicant(meeting) : views.ofTeam(meeting);
    bus.publish(
        Subject.user(person),
        Parcel.Event.main(
            new ServerMessage.Reminder(
                session.meetingId(),
                session.roomId(),
                session.scheduledTime(),
                kind,
                view,
                minutes)));
  }
}
