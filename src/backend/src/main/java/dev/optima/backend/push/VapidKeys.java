package dev.optima.backend.push;

import dev.optima.backend.store.Database;
import dev.optima.backend.store.Settings;
import dev.optima.protocol.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// By what push services know this installation (VAPID, RFC 8292): a pair made once and kept with
/// the settings, so that all nodes have the same and subscriptions survive a restart.
public final class VapidKeys {
  private static final String SETTING = "push.key";
  private static final Duration LIFE = Duration.ofHours(12);
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final String publicKey;
  private final PrivateKey privateKey;

  private VapidKeys(String publicKey, PrivateKey privateKey) {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  /// The pair of this installation, made at the first start.
  public static VapidKeys of(Database database, Instant now) {
    try {
      KeyPair pair = P256.newPair();
      String offer =
          ENCODER.encodeToString(P256.bytes((ECPublicKey) pair.getPublic()))
              + "."
              + ENCODER.encodeToString(pair.getPrivate().getEncoded());
      String pairKept = database.<String>write(tx -> Settings.kept(tx, SETTING, offer, now));
      String[] kept = pairKept.split("\\.", 2);
      return new VapidKeys(
          kept[0],
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(DECODER.decode(kept[1]))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the push services cannot be read", e);
    }
  }

  /// What browsers subscribe with: P-256, uncompressed, base64url.
  public String publicKey() {
    return publicKey;
  }

  /// The `Authorization` of a push: a signed word (JWT, ES256) for this push service only.
  ///
  /// @param contact whom the push service may turn to: `mailto:` or `https:`; it may be left out
  String authorization(URI endpoint, Optional<String> contact, Instant now)
      throws GeneralSecurityException {
    String head = part(Map.of("typ", "JWT", "alg", "ES256"));
    String audience = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    String claims = part(claims(audience, contact, now));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(privateKey);
    signature.update((head + "." + claims).getBytes(StandardCharsets.US_ASCII));
    String token = head + "." + claims + "." + ENCODER.encodeToString(signature.sign());
    return "vapid t=" + token + ", k=" + publicKey;
  }

  private static Map<String, Object> claims(
      String audience, Optional<String> contact, Instant now) {
    var claims = new TreeMap<String, Object>();
    claims.put("aud", audience);
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    contact.ifPresent(who -> claims.put("sub", who));
    return claims;
  }

  private static String part(Map<String, Object> content) {
    return ENCODER.encodeToString(Json.write(content).getBytes(StandardCharsets.UTF_8));
  }
}
