package dev.optima.backend.bus;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;

/// What travels on the bus. All of it can be written down, so that it can travel between nodes.
public sealed interface Parcel {

  /// A message for the sockets of the subject.
  record Event(Outgoing message, Audience audience) implements Parcel {

    /// For all main sockets.
    public static Event main(ServerMessage message) {
      return new Event(new Outgoing(message), Audience.MAIN);
    }

    /// For the main sockets and the call pages of one call.
    public static Event call(CallId call, ServerMessage message) {
      return new Event(new Outgoing(message), Audience.ofCall(call));
    }
  }

  /// Somebody of the team came or went; each applicant is told with regard to the own room.
  ///
  /// @param devices on how many they are here now
  record TeamPresence(UserId user, int devices) implements Parcel {}

  /// A newer call page of the same person has taken the place of the others.
  ///
  /// @param connection the newer one
  record PageTaken(CallId call, String connection) implements Parcel {}

  /// The call is over: its pages' sockets have nothing more to say.
  record CallClosed(CallId call) implements Parcel {}

  /// Sessions are over: their sockets are closed.
  ///
  /// @param sessionId which one; null for all of this person
  record SessionOver(@Nullable String sessionId) implements Parcel {}
}
