package dev.optima.backend.signaling;

import dev.optima.backend.bus.Audience;
import dev.optima.backend.bus.Outgoing;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.chat.Deliveries;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.util.Arrays;
import java.util.function.Consumer;

/// The sockets of one person on this node, and what is delivered to them.
final class UserSockets implements Consumer<Parcel> {
  private static final Connection[] NONE = {};

  private final UserId user;
  private final Deliveries deliveries;
  private volatile Connection[] connections = NONE;

  UserSockets(UserId user, Deliveries deliveries) {
    this.user = user;
    this.deliveries = deliveries;
  }

  /// How many main sockets there are with it.
  synchronized int add(Connection connection) {
    Connection[] present = connections;
    Connection[] more = Arrays.copyOf(present, present.length + 1);
    more[present.length] = connection;
    connections = more;
    return devices();
  }

  /// How many main sockets are left.
  synchronized int remove(Connection connection) {
    connections =
        Arrays.stream(connections).filter(c -> c != connection).toArray(Connection[]::new);
    return devices();
  }

  boolean isEmpty() {
    return connections.length == 0;
  }

  int devices() {
    int count = 0;
    for (Connection connection : connections) {
      if (connection.isMain()) {
        count++;
      }
    }
    return count;
  }

  boolean has(Connection connection) {
    return Arrays.asList(connections).contains(connection);
  }

  @Override
  public void accept(Parcel parcel) {
    switch (parcel) {
      case Parcel.Event(Outgoing message, Audience audience) -> deliver(message, audience);
      case Parcel.TeamPresence(UserId colleague, int devices) ->
          deliver(
              new Outgoing(SessionRegistry.presence(colleague, RoomId.of(user), devices)),
              Audience.MAIN);
      case Parcel.PageTaken(CallId call, String newer) -> pageTaken(call, newer);
      case Parcel.CallClosed(CallId call) -> callClosed(call);
      case Parcel.SessionOver over -> sessionOver(over);
    }
  }

  private void deliver(Outgoing message, Audience audience) {
    boolean all = audience.reach() == Audience.Reach.JOINED && !anyJoined(audience);
    boolean reached = false;
    for (Connection connection : connections) {
      if (isMeant(connection, audience, all)) {
        connection.deliver(message);
        reached = true;
      }
    }
    if (reached && message.message() instanceof ServerMessage.ChatMessage(var entry)) {
      note(entry.senderId().equals(user), message);
    }
  }

  private void note(boolean own, Outgoing message) {
    if (!own && message.message() instanceof ServerMessage.ChatMessage(var entry)) {
      deliveries.note(entry.roomId(), user, entry.seq());
    }
  }

  private boolean anyJoined(Audience audience) {
    for (Connection connection : connections) {
      if (isJoined(connection, audience)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isJoined(Connection connection, Audience audience) {
    CallId in = connection.joined();
    return in != null && in.equals(audience.call());
  }

  private static boolean isMeant(Connection connection, Audience audience, boolean all) {
    if (audience.only() != null && !audience.only().equals(connection.id())) {
      return false;
    }
    if (connection.id().equals(audience.except())) {
      return false;
    }
    return switch (audience.reach()) {
      case MAIN -> connection.isMain();
      case MAIN_AND_PAGES -> connection.isMain() || isJoined(connection, audience);
      case JOINED -> isJoined(connection, audience) || (all && connection.isMain());
    };
  }

  private void pageTaken(CallId call, String newer) {
    for (Connection connection : connections) {
      if (call.equals(connection.page()) && !connection.id().equals(newer)) {
        connection.send(new ServerMessage.VideoCallAnsweredElsewhere(call));
        connection.close(Connection.NORMAL, "another page took over");
      }
    }
  }

  private void callClosed(CallId call) {
    for (Connection connection : connections) {
      if (call.equals(connection.page())) {
        connection.close(Connection.NORMAL, "the call is over");
      } else if (call.equals(connection.joined())) {
        connection.join(null);
      }
    }
  }

  private void sessionOver(Parcel.SessionOver over) {
    for (Connection connection : connections) {
      boolean meant =
          over.sessionId() == null || over.sessionId().equals(connection.known().sessionId());
      if (meant) {
        connection.send(
            ServerMessage.Failure.of(ErrorCode.UNAUTHENTICATED, "the session is over", null));
        connection.close(Connection.POLICY, "the session is over");
      }
    }
  }
}
