package dev.optima.scripted;

import java.security.PublicKey;

/// Which tokens a server takes.
public sealed interface TokenRule {
  /// Nobody needs one; the first in a room leads it.
  record Anonymous() implements TokenRule {}

  /// A server of one's own: HS256.
  ///
  /// @param subject what `sub` must be, besides `*`
  record Shared(String appId, String secret, String audience, String subject)
      implements TokenRule {}

  /// As JaaS has it: RS256, one key, one tenant.
  ///
  /// @param keyId `<AppID>/<key id>`
  record Hosted(String appId, String keyId, PublicKey key) implements TokenRule {}
}
