package dev.optima.acceptance.load;

import java.util.Objects;

/// The small protocol of the reference servers in the benchmark's folder (Node with `ws`): no
/// rights, and rings are not stored.
final class ReferenceDialect implements Dialect {
  @Override
  public boolean can(Act act) {
    return act != Act.WHOLE_CALL;
  }

  @Override
  public void opened(Connection connection) {
    connection.send("{\"t\":\"hello\",\"u\":\"" + connection.identity().name() + "\"}");
  }

  @Override
  public void ping(Connection connection) {
    connection.send("{\"t\":\"echo\",\"b\":\"0123456789012345678901234567890123456789\"}");
  }

  @Override
  public void ring(Connection caller, Connection callee, String key) {
    caller.send(
        "{\"t\":\"ring\",\"id\":\"" + key + "\",\"to\":\"" + callee.identity().name() + "\"}");
  }

  @Override
  public void accept(Connection callee, String callId) {
    callee.send("{\"t\":\"accept\",\"id\":\"" + callId + "\"}");
  }

  @Override
  public void enter(Connection connection, String room) {
    connection.send("{\"t\":\"join\",\"r\":\"" + room + "\"}");
  }

  @Override
  public void say(Connection connection, String room, String key, String body) {
    connection.send(
        "{\"t\":\"msg\",\"r\":\"" + room + "\",\"cid\":\"" + key + "\",\"b\":\"" + body + "\"}");
  }

  @Override
  public void text(Connection connection, String text) {
    switch (Objects.requireNonNullElse(Dialect.between(text, "\"t\":\""), "")) {
      case "hello" -> connection.loggedIn();
      case "echo" -> connection.observer().echoed(connection);
      case "incoming" -> connection.observer().incoming(connection, field(text, "\"id\":\""));
      case "ready" -> connection.observer().ready(connection, field(text, "\"id\":\""));
      case "joined" -> connection.observer().entered(connection);
      case "ack" -> connection.observer().acknowledged(connection, field(text, "\"cid\":\""));
      case "msg" -> connection.observer().received(connection, field(text, "\"cid\":\""));
      default -> connection.observer().failed(connection, text);
    }
  }

  private static String field(String text, String before) {
    return Objects.requireNonNullElse(Dialect.between(text, before), "");
  }
}
