package dev.optima.backend.provider;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A keyed hash; may be used by several threads at once.
final class Seal {
  private final Mac prototype;

  Seal(String algorithm, byte[] secret) {
    try {
      prototype = Mac.getInstance(algorithm);
      prototype.init(new SecretKeySpec(secret, algorithm));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] of(byte[] text) {
    try {
      return ((Mac) prototype.clone()).doFinal(text);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
