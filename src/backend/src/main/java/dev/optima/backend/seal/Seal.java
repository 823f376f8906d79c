package dev.optima.backend.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A keyed hash (HMAC); may be used by several threads at once.
public final class Seal {
  private final Mac prototype;

  private Seal(String algorithm, byte[] secret) {
    try {
      prototype = Mac.getInstance(algorithm);
      prototype.init(new SecretKeySpec(secret, algorithm));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /// HMAC-SHA256.
  ///
  /// @param secret of any length but none
  public static Seal sha256(byte[] secret) {
    return new Seal("HmacSHA256", secret);
  }

  /// HMAC-SHA1, which TURN servers ask for.
  ///
  /// @param secret of any length but none
  public static Seal sha1(byte[] secret) {
    return new Seal("HmacSHA1", secret);
  }

  public byte[] of(byte[] text) {
    try {
      return ((Mac) prototype.clone()).doFinal(text);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The seal of a text, as it may stand in an address.
  public String inAddress(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
