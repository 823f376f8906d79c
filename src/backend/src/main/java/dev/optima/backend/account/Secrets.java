package dev.optima.backend.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Random secrets, and the form in which they are stored: they have enough entropy that a plain
/// SHA-256 cannot be turned back.
public final class Secrets {

  /// What a session token begins with.
  static final String SESSION_PREFIX = "ost_";

  private final SecureRandom random = new SecureRandom();

  /// A session token: 256 random bits.
  public String sessionToken() {
    return SESSION_PREFIX + text(32);
  }

  /// A code for one use in a link: 128 random bits.
  public String code() {
    return text(16);
  }

  /// Random bytes.
  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /// As it is stored.
  public static String hash(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private String text(int count) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
  }
}
