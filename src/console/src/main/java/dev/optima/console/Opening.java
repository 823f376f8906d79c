package dev.optima.console;

import dev.optima.console.client.ServerAddress;
import dev.optima.console.settings.ConsoleSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// At which backend a console begins, and with which session.
///
/// @param server as it was given or remembered; null if none is known
record Opening(@Nullable String server, Optional<String> token) {

  /// What was said at the start rules over what was remembered. A remembered session is for its own
  /// backend only, however that is written.
  ///
  /// @param given the server that was named at the start
  /// @param token the session that was given at the start
  static Opening of(@Nullable String given, Optional<String> token, ConsoleSettings known) {
    if (given == null) {
      return new Opening(known.server(), token.or(known::rememberedToken));
    }
    boolean remembered = ServerAddress.parse(given).filter(there -> isOf(known, there)).isPresent();
    return new Opening(given, remembered ? token.or(known::rememberedToken) : token);
  }

  /// Whether it is of this backend what is remembered.
  static boolean isOf(ConsoleSettings known, ServerAddress there) {
    return Optional.ofNullable(known.server())
        .flatMap(ServerAddress::parse)
        .filter(there::isSamePlaceAs)
        .isPresent();
  }

  Optional<ServerAddress> address() {
    return Optional.ofNullable(server).flatMap(ServerAddress::parse);
  }
}
