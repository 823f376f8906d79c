package dev.optima.backend.call;

import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ServerMessage.VideoCallColleague;
import dev.optima.protocol.message.ServerMessage.VideoCallInvitation;

/// What the team tells each other of a call: who is asked into it, and who came.
final class ColleagueNews {
  private final MessageBus bus;

  ColleagueNews(MessageBus bus) {
    this.bus = bus;
  }

  void invited(CallSnapshot call, UserId by, UserId colleague) {
    bus.publish(
        Subject.user(colleague),
        Parcel.Event.main(new VideoCallInvitation(call.callId(), by, name(call, by), call)));
  }

  /// To the others of the team who are in it, on their consoles and call pages.
  void entered(CallSnapshot call, UserId colleague) {
    var parcel =
        Parcel.Event.call(
            call.callId(),
            new VideoCallColleague(call.callId(), colleague, name(call, colleague), call));
    for (CallSnapshot.Person person : call.participants()) {
      boolean colleagueToo = person.role() == Side.RECRUITER && person.leftAt() == null;
      if (colleagueToo && !person.userId().equals(colleague)) {
        bus.publish(Subject.user(person.userId()), parcel);
      }
    }
  }

  private static String name(CallSnapshot call, UserId user) {
    return call.participants().stream()
        .filter(person -> person.userId().equals(user))
        .map(CallSnapshot.Person::name)
        .findFirst()
        .orElse("");
  }
}
