package dev.optima.backend.meeting;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meeting as it is kept: the machine's session, and what the machine need not know.
///
/// @param lobby its waiting room, empty if it has none
/// @param requestKey the owner's key, which makes a retry the same meeting
/// @param mediaRoom the unguessable name of its room
/// @param dayReminderAt when people are reminded of tomorrow; null once they were, and if they need
///   not be
/// @param invitee whom it is with, as they are now
/// @param interviewers who leads it, by the names that they have now, the owner first
/// @param reminderSent whether a reminder shortly before was sent
/// @param notificationSent whether the applicant was told by mail of its present state
public record StoredMeeting(
    MeetingSession session,
    MeetingDetails details,
    Reply reply,
    Lobby lobby,
    String requestKey,
    String mediaRoom,
    @Nullable Instant dayReminderAt,
    Invitee invitee,
    List<Meeting.Interviewer> interviewers,
    boolean reminderSent,
    boolean notificationSent,
    Instant createdAt,
    Instant updatedAt) {

  public StoredMeeting {
    interviewers = List.copyOf(interviewers);
  }

  /// The applicant of a meeting.
  ///
  /// @param language BCP 47
  /// @param timeZone IANA
  public record Invitee(
      UserId userId, String name, String email, String language, String timeZone) {}

  /// The name of somebody of the team who leads it; empty if they do not.
  public String nameOf(UserId user) {
    return interviewers.stream()
        .filter(one -> one.userId().equals(user))
        .map(Meeting.Interviewer::name)
        .findFirst()
        .orElse("");
  }

  StoredMeeting with(MeetingSession next) {
    return with(next, details, reply);
  }

  StoredMeeting with(MeetingSession next, MeetingDetails said, Reply answered) {
    return new StoredMeeting(
        next,
        said,
        answered,
        lobby,
        requestKey,
        mediaRoom,
        dayReminderAt,
        invitee,
        interviewers,
        reminderSent,
        notificationSent,
        createdAt,
        updatedAt);
  }

  /// The same with something else said of its waiting room.
  StoredMeeting with(Lobby next) {
    return withLobby(session.touched(), reply, next);
  }

  /// At another time it is as good as new: nobody said anything to it, or waits for it.
  StoredMeeting moved() {
    return withLobby(session, Reply.NONE, Lobby.EMPTY);
  }

  private StoredMeeting withLobby(MeetingSession at, Reply said, Lobby next) {
    return new StoredMeeting(
        at,
        details,
        said,
        next,
        requestKey,
        mediaRoom,
        dayReminderAt,
        invitee,
        interviewers,
        reminderSent,
        notificationSent,
        createdAt,
        updatedAt);
  }

  /// Whether the applicant has to be let in.
  public boolean keepsWaiting() {
    return details.waitingRoom()
        && lobby.admittedAt() == null
        && !session.status().isOver()
        && session.status() != MeetingStatus.IN_PROGRESS;
  }

  /// Whether the applicant stands at the door now.
  public boolean isKnocking() {
    return keepsWaiting() && lobby.waitingSince() != null;
  }

  /// As it is after its calendars changed: nobody was told of this state yet.
  StoredMeeting replanned(@Nullable Instant nextDayReminder) {
    return new StoredMeeting(
        session,
        details,
        reply,
        lobby,
        requestKey,
        mediaRoom,
        nextDayReminder,
        invitee,
        interviewers,
        false,
        false,
        createdAt,
        updatedAt);
  }
}
