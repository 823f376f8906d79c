package dev.optima.backend.bus;

import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.ServerMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A message on its way out: written as JSON once, when the first socket needs it.
public final class Outgoing {
  private final ServerMessage message;
  private volatile byte @Nullable [] json;

  public Outgoing(ServerMessage message) {
    this.message = message;
  }

  public ServerMessage message() {
    return message;
  }

  /// The JSON in UTF-8; not to be changed.
  public byte[] json() {
    byte[] known = json;
    if (known == null) {
      known = Json.write(message).getBytes(StandardCharsets.UTF_8);
      json = known;
    }
    return known;
  }
}
