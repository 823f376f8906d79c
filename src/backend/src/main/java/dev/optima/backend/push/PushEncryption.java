package dev.optima.backend.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts a message for one browser, so that the push service that carries it cannot read it: RFC
/// 8291 (the keys) over RFC 8188 (`aes128gcm`, one record).
final class PushEncryption {
  /// The largest text: what every push service has to take (RFC 8030, 7.2) less what is added.
  static final int LARGEST = 3_990;

  private static final int RECORD = 4_096;
  private static final int SALT = 16;
  private static final int KEY = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final byte LAST_RECORD = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PushEncryption() {}

  /// @param browser its public key (`p256dh`)
  /// @param auth its secret (`auth`)
  static byte[] encrypt(byte[] text, ECPublicKey browser, byte[] auth)
      throws GeneralSecurityException {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    return encrypt(text, browser, auth, P256.newPair(), salt);
  }

  /// With the pair and the salt that are else made anew for each message.
  static byte[] encrypt(byte[] text, ECPublicKey browser, byte[] auth, KeyPair own, byte[] salt)
      throws GeneralSecurityException {
    if (text.length > LARGEST) {
      throw new GeneralSecurityException("too large for a push");
    }
    byte[] ownPoint = P256.bytes((ECPublicKey) own.getPublic());
    byte[] shared = P256.agree(own.getPrivate(), browser);
    byte[] info = concat(info("WebPush: info"), P256.bytes(browser), ownPoint);
    byte[] input = derive(shared, auth, info, 32);
    byte[] key = derive(input, salt, info("Content-Encoding: aes128gcm"), KEY);
    byte[] nonce = derive(input, salt, info("Content-Encoding: nonce"), NONCE);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    byte[] padded = Arrays.copyOf(text, text.length + 1);
    padded[text.length] = LAST_RECORD;
    byte[] head =
        ByteBuffer.allocate(SALT + 4 + 1)
            .put(salt)
            .putInt(RECORD)
            .put((byte) ownPoint.length)
            .array();
    return concat(head, ownPoint, cipher.doFinal(padded));
  }

  private static byte[] derive(byte[] input, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(input).addSalt(salt).thenExpand(info, length));
  }

  private static byte[] info(String name) {
    return (name + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] concat(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
