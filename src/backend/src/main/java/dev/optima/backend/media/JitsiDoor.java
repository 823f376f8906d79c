package dev.optima.backend.media;

import dev.optima.backend.outbound.PrivateNetworks;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets in only a Jitsi of one's own: its modules sign nothing, so there is a secret in a header,
/// and the addresses from which they may call.
public final class JitsiDoor {
  private static final Logger LOG = LoggerFactory.getLogger(JitsiDoor.class);
  private static final String BEARER = "Bearer ";

  private final Optional<String> secret;
  private final List<String> addresses;
  private final PrivateNetworks networks;

  /// @param secret empty: nobody is let in
  /// @param addresses and networks from which they may call; none: from everywhere
  public JitsiDoor(Optional<String> secret, List<String> addresses) {
    this.secret = secret;
    this.addresses = List.copyOf(addresses);
    this.networks = PrivateNetworks.of(addresses);
  }

  /// @param authorization the header
  /// @param address from where
  /// @throws Refusal `not_found` if nothing is offered there, or not from there; `unauthenticated`
  ///   without the secret
  public void demand(String authorization, String address) {
    if (secret.isEmpty()) {
      throw Refusal.notFound("there is nothing here");
    }
    if (!isAllowed(address)) {
      LOG.warn("A Jitsi at {} was refused: it is not in jitsi.events-addresses", address);
      throw Refusal.notFound("there is nothing here");
    }
    boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    String given = bearer ? authorization.substring(BEARER.length()).strip() : "";
    if (!MessageDigest.isEqual(bytes(secret.get()), bytes(given))) {
      LOG.warn("A Jitsi at {} was refused: its secret is not jitsi.events-secret", address);
      throw Refusal.of(ErrorCode.UNAUTHENTICATED, "this is not the secret");
    }
  }

  private boolean isAllowed(String address) {
    try {
      return addresses.isEmpty() || networks.has(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException e) {
      return false; // not known from where
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
