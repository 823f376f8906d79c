package dev.optima.scripted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// What `errorOccurred` says, as it was observed: one level down, under `error`, and `isFatal` is
/// false for nearly all of it, so the name alone tells.
public final class Failures {
  private Failures() {}

  /// @param reason null where the token names no room
  public static ObjectNode passwordRequired(@Nullable String reason) {
    return error("connection.passwordRequired", "CONNECTION").put("message", reason);
  }

  /// The server asks for a token or a login.
  public static ObjectNode noToken() {
    return passwordRequired("token required").put("recoverable", true);
  }

  /// The token is for another room or another tenant.
  public static ObjectNode notAllowed() {
    return conference("conference.connectionError.notAllowed");
  }

  /// One waits in the lobby.
  public static ObjectNode membersOnly() {
    ObjectNode error = conference("conference.connectionError.membersOnly");
    return error.put("recoverable", true);
  }

  /// The owner has closed the room for all: the end of the call, on every side.
  public static ObjectNode destroyed() {
    ObjectNode error = conference("conference.destroyed");
    error.withArray("params").add("Meeting ended for everyone");
    return error;
  }

  /// The server has nobody who mixes: even two people need it.
  public static ObjectNode noBridge() {
    return conference("conference.videobridgeNotAvailable");
  }

  public static ObjectNode conference(String name) {
    ObjectNode error = error(name, "CONFERENCE");
    error.putArray("params");
    return error;
  }

  private static ObjectNode error(String name, String type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", name)
        .put("type", type)
        .put("isFatal", false);
  }
}
