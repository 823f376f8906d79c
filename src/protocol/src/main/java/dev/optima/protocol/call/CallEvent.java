package dev.optima.protocol.call;

import dev.optima.protocol.id.UserId;

/// What may happen to a call.
public sealed interface CallEvent {

  /// Something that a person does.
  sealed interface ByPerson extends CallEvent {
    UserId by();
  }

  /// The applicant says yes.
  record Accept(UserId by) implements ByPerson {}

  /// The applicant says no.
  record Reject(UserId by) implements ByPerson {}

  /// The caller stops the ringing.
  record Cancel(UserId by) implements ByPerson {}

  /// Hang-up. Ends the call for all in a call of two, and for all in a panel if the owner or an
  /// administrator says so; from anybody else in a panel it means [Leave].
  ///
  /// @param admin whether this is an administrator who means to end it for all
  record End(UserId by, boolean admin) implements ByPerson {}

  /// Leaves the room; the others go on as long as both sides are there.
  record Leave(UserId by) implements ByPerson {}

  /// Reached the room.
  record Joined(UserId by) implements ByPerson {}

  /// Evidence of being in the room.
  record Alive(UserId by) implements ByPerson {}

  /// Stands before the media server's own waiting room, where only somebody inside can open: not in
  /// the room, but here.
  record Waiting(UserId by) implements ByPerson {}

  /// The media server says that this person is gone from the media room. It may be wrong or late,
  /// so it ends nothing: what was seen of them counts for a short time only, unless they show
  /// themselves again.
  record Lost(UserId by) implements CallEvent {}

  /// What carries the video does not work, so all go on over the built-in provider.
  record Move(UserId by) implements ByPerson {}

  /// A colleague is asked into a live call; they come in by [Interview].
  record Invite(UserId by, Participant colleague) implements ByPerson {}

  /// Somebody of the team comes into the live call of a colleague, also while it still rings.
  ///
  /// @param asked whether one of those in it asked for it
  record Interview(Participant colleague, boolean asked) implements ByPerson {
    @Override
    public UserId by() {
      return colleague.userId();
    }
  }

  /// Somebody of the team comes into the room of a meeting. The room belongs to the first who does.
  record Enter(Participant colleague) implements CallEvent {}

  /// The deadline of the state may have passed.
  record Deadline() implements CallEvent {}

  /// The backend started again: a live call gets one lease to show itself.
  record Restarted() implements CallEvent {}
}
