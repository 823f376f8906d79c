package dev.optima.backend.config;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A private key as people give it: PEM, PKCS#8, RSA of at least 2048 bits. No sentence here ever
/// has anything of it.
final class RsaKey {
  private static final int LEAST_BITS = 2048;
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");
  private static final String MAKE =
      "openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem, and give NEW.pem";

  private RsaKey() {}

  /// What is wrong with it, and what to do.
  static Optional<String> problem(String text) {
    if (text.contains("BEGIN RSA PRIVATE KEY")) {
      return Optional.of("is a key of the old form (PKCS#1); turn it into PKCS#8: " + MAKE);
    }
    if (text.contains("BEGIN ENCRYPTED PRIVATE KEY")) {
      return Optional.of("has a passphrase; take it off: " + MAKE);
    }
    if (text.contains("BEGIN PUBLIC KEY") || text.contains("BEGIN CERTIFICATE")) {
      return Optional.of(
          "is the public half; give the private one, which begins with -----BEGIN PRIVATE"
              + " KEY-----");
    }
    if (!text.contains("-----BEGIN")) {
      return Optional.of(
          "is not a key in PEM; give the text from -----BEGIN PRIVATE KEY----- on, or the name of"
              + " its file as jaas.private-key.file");
    }
    return unreadable(text);
  }

  private static Optional<String> unreadable(String text) {
    try {
      int bits = read(text).getModulus().bitLength();
      return bits >= LEAST_BITS
          ? Optional.empty()
          : Optional.of("has only " + bits + " bits; make one of 2048 at least, better 4096");
    } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
      return Optional.of(
          "cannot be read as an RSA key (PEM, PKCS#8); make one with: openssl genpkey -algorithm"
              + " RSA -pkeyopt rsa_keygen_bits:4096 -out NEW.pem");
    }
  }

  /// The key; in an environment variable its lines may be parted by `\n`.
  static RSAPrivateCrtKey read(String text) throws GeneralSecurityException {
    Matcher pem = PEM.matcher(text.replace("\\n", "\n"));
    if (!pem.matches()) {
      throw new IllegalArgumentException("not PEM");
    }
    byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
    return (RSAPrivateCrtKey)
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
  }
}
