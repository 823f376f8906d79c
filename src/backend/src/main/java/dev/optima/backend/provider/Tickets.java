package dev.optima.backend.provider;

import dev.optima.backend.seal.Seal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Settings;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Call tickets: `oct_<call>.<user>.<role>.<expiry>.<seal>`, sealed with HMAC-SHA256 and kept
/// nowhere. A ticket is bound to its call, its person and their role; whether the call is live and
/// the person in it is asked when it is used.
public final class Tickets {
  /// How a call ticket begins, unlike a session's token.
  public static final String PREFIX = "oct_";

  private static final String SETTING = "ticket.secret";
  private static final int SECRET_BYTES = 32;

  /// A safety net: a call is over long before.
  private static final Duration LIFETIME = Duration.ofHours(24);

  private final Seal seal;

  public Tickets(byte[] secret) {
    if (secret.length < SECRET_BYTES) {
      throw new IllegalArgumentException("the secret of the tickets is too short");
    }
    seal = Seal.sha256(secret);
  }

  /// With the secret of this installation, made at the first start and shared by all nodes.
  public static Tickets of(Database database, Instant now) {
    return new Tickets(Base64.getDecoder().decode(Settings.secret(database, SETTING, now)));
  }

  /// What a good ticket says.
  public record Ticket(CallId callId, UserId userId, Role role) {}

  public String mint(CallId call, UserId user, Role role, Instant now) {
    long expiry = now.plus(LIFETIME).getEpochSecond();
    String claim = PREFIX + call + "." + user + "." + role.name() + "." + expiry;
    return claim + "." + seal.inAddress(claim);
  }

  /// Empty if it was not made here, was changed, or is over.
  public Optional<Ticket> verify(String ticket, Instant now) {
    int end = ticket.lastIndexOf('.');
    if (!ticket.startsWith(PREFIX) || end < 0) {
      return Optional.empty();
    }
    String claim = ticket.substring(0, end);
    if (!MessageDigest.isEqual(ascii(seal.inAddress(claim)), ascii(ticket.substring(end + 1)))) {
      return Optional.empty();
    }
    String[] parts = claim.substring(PREFIX.length()).split("\\.", -1);
    if (Long.parseLong(parts[3]) < now.getEpochSecond()) {
      return Optional.empty();
    }
    return Optional.of(
        new Ticket(new CallId(parts[0]), new UserId(parts[1]), Role.valueOf(parts[2])));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
