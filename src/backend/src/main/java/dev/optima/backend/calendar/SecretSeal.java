package dev.optima.backend.calendar;

import dev.optima.backend.store.Database;
import dev.optima.backend.store.Settings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals secrets that have to be used again, so that who reads the table does not have them
/// (AES-256-GCM). What is sealed opens for its owner only.
final class SecretSeal {
  private static final String SETTING = "calendar.secret";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /// With the secret that the operator set, or else one that is made at the first start, kept with
  /// the settings and shared by all nodes.
  static SecretSeal of(Database database, Optional<String> secret, Instant now) {
    return new SecretSeal(secret.orElseGet(() -> Settings.secret(database, SETTING, now)));
  }

  SecretSeal(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("calendar-elsewhere:" + secret).getBytes(StandardCharsets.UTF_8));
      key = new SecretKeySpec(digest, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  String seal(String owner, String text) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("nothing can be sealed", e);
    }
  }

  /// Empty if it was sealed with another secret, or for somebody else.
  Optional<String> open(String owner, String sealed) {
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed);
      byte[] nonce = Arrays.copyOf(bytes, NONCE);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, owner, nonce).doFinal(bytes, NONCE, bytes.length - NONCE);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, String owner, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
