package dev.optima.acceptance.load;

import java.util.Objects;

/// Optima's own protocol.
final class OptimaDialect implements Dialect {
  @Override
  public boolean can(Act act) {
    return true;
  }

  @Override
  public boolean hangsUp() {
    return true;
  }

  @Override
  public void opened(Connection connection) {
    connection.send("{\"type\":\"hello\",\"token\":\"" + connection.identity().token() + "\"}");
  }

  @Override
  public void ping(Connection connection) {
    connection.send("{\"type\":\"ping\"}");
  }

  @Override
  public void ring(Connection caller, Connection callee, String key) {
    caller.send(
        "{\"type\":\"video_call_request\",\"room_id\":\""
            + callee.identity().room()
            + "\",\"key\":\""
            + key
            + "\"}");
  }

  @Override
  public void accept(Connection callee, String callId) {
    aboutCall(callee, "video_call_accept", callId);
  }

  @Override
  public void join(Connection side, String callId) {
    aboutCall(side, "video_call_joined", callId);
  }

  @Override
  public void hangUp(Connection caller, String callId) {
    aboutCall(caller, "video_call_end", callId);
  }

  private static void aboutCall(Connection who, String type, String callId) {
    who.send("{\"type\":\"" + type + "\",\"call_id\":\"" + callId + "\"}");
  }

  @Override
  public void enter(Connection connection, String room) {
    connection.observer().entered(connection);
  }

  @Override
  public void say(Connection connection, String room, String key, String body) {
    connection.send(
        "{\"type\":\"chat_send\",\"room_id\":\""
            + room
            + "\",\"key\":\""
            + key
            + "\",\"body\":\""
            + body
            + "\"}");
  }

  @Override
  public void text(Connection connection, String text) {
    switch (Objects.requireNonNullElse(Dialect.between(text, "\"type\":\""), "")) {
      case "welcome" -> connection.loggedIn();
      case "pong" -> connection.observer().echoed(connection);
      case "video_call_incoming" ->
          connection.observer().incoming(connection, field(text, "\"call_id\":\""));
      case "video_call_ready" ->
          connection.observer().ready(connection, field(text, "\"call_id\":\""));
      case "video_call_started" -> connection.observer().started(connection);
      case "video_call_ended" -> connection.observer().ended(connection);
      case "chat_ack" -> connection.observer().acknowledged(connection, field(text, "\"key\":\""));
      case "chat_message" -> connection.observer().received(connection, field(text, "\"key\":\""));
      case "error" -> connection.observer().failed(connection, text);
      default -> {}
    }
  }

  private static String field(String text, String before) {
    return Objects.requireNonNullElse(Dialect.between(text, before), "");
  }
}
