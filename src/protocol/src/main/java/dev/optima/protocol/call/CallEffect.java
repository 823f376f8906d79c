package dev.optima.protocol.call;

import dev.optima.protocol.id.UserId;

/// What is to be done once a transition is stored.
public sealed interface CallEffect {

  /// Ring every device of the applicant, and tell the caller so.
  record Ring() implements CallEffect {}

  /// Give each participant a ticket to the room.
  record Ready() implements CallEffect {}

  /// Give one participant, who came later, a ticket to the room.
  record ReadyFor(UserId user) implements CallEffect {}

  /// Everybody in it gets a ticket to the room at another provider.
  record Moved() implements CallEffect {}

  /// The applicant's other devices stop ringing.
  record AnsweredElsewhere() implements CallEffect {}

  /// Both sides are in the room, for the first time or again.
  record Started() implements CallEffect {}

  /// One side is lost.
  record Reconnecting() implements CallEffect {}

  /// The set of participants of an active call changed, the state did not.
  record Changed() implements CallEffect {}

  /// One of the team asks a colleague into the call.
  record Invited(UserId by, UserId colleague) implements CallEffect {}

  /// A colleague came into the call as an interviewer: tell the others of the team.
  record Entered(UserId colleague) implements CallEffect {}

  /// The call came to its end: tell all, close the room, write it into the chat.
  record Ended() implements CallEffect {}

  /// Nothing rang because the applicant is offline: write an e-mail.
  record TellOffline() implements CallEffect {}
}
