package dev.optima.backend.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.optima.backend.config.ProviderSettings.Jaas;
import dev.optima.backend.config.ProviderSettings.OwnJitsi;
import dev.optima.backend.config.ProviderSettings.Signing;
import dev.optima.backend.provider.VideoProvider.Seat;
import dev.optima.backend.store.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Mints the tokens with which a Jitsi server lets people in: one room, one person, one join. The
/// server looks at the end of a token on joining only, so it need not outlive that.
final class RoomTokens {
  /// How long a join may take.
  static final Duration LIFE = Duration.ofMinutes(5);

  /// How far the server's clock may be behind ours.
  static final Duration SLACK = Duration.ofSeconds(60);

  /// What JaaS gives to nobody unless a token says so.
  private static final List<String> GRANTED = List.of("recording", "transcription");

  /// What nobody is given: there is no need for it in an interview, and it costs.
  private static final List<String> DENIED = List.of("livestreaming", "outbound-call");

  private final JWSHeader header;
  private final JWSSigner signer;
  private final JWSVerifier verifier;
  private final Names names;

  /// Who speaks to whom about what.
  private record Names(String issuer, String audience, String subject) {}

  private RoomTokens(JWSHeader header, JWSSigner signer, JWSVerifier verifier, Names names) {
    this.header = header;
    this.signer = signer;
    this.verifier = verifier;
    this.names = names;
  }

  /// For a server of one's own, which shares a secret with us.
  static RoomTokens of(OwnJitsi jitsi, Signing signing) {
    var seal = new SealSigner(signing.secret().getBytes(StandardCharsets.UTF_8));
    return new RoomTokens(
        new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build(),
        seal,
        seal,
        new Names(signing.appId(), jitsi.audience(), jitsi.subject()));
  }

  /// For JaaS, which has our public key.
  static RoomTokens of(Jaas jaas) {
    return new RoomTokens(
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(jaas.appId() + "/" + jaas.keyId())
            .build(),
        new RSASSASigner(jaas.privateKey()),
        new RSASSAVerifier(publicKey(jaas.privateKey())),
        new Names("chat", "jitsi", jaas.appId()));
  }

  private static RSAPublicKey publicKey(RSAPrivateCrtKey key) {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was checked at the start", e);
    }
  }

  /// Whether a server that has our secret, or public key, lets this token into the room now.
  boolean verifies(String token, Seat seat, Instant now) {
    try {
      SignedJWT read = SignedJWT.parse(token);
      JWTClaimsSet claims = read.getJWTClaimsSet();
      return read.verify(verifier)
          && claims.getIssuer().equals(names.issuer())
          && claims.getAudience().equals(List.of(names.audience()))
          && claims.getSubject().equals(names.subject())
          && seat.mediaRoom().equals(claims.getStringClaim("room"))
          && !now.isBefore(claims.getNotBeforeTime().toInstant())
          && now.isBefore(claims.getExpirationTime().toInstant());
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  /// A new one, unlike all others.
  String mint(Seat seat, Instant now) {
    return mint(seat, Map.of("user", user(seat)), now);
  }

  /// One that says too what this person may do.
  ///
  /// @param offered what the server offers to those who lead a room
  String mint(Seat seat, List<String> offered, Instant now) {
    Map<String, Object> features = new LinkedHashMap<>();
    GRANTED.forEach(key -> features.put(key, seat.leads() && offered.contains(key)));
    DENIED.forEach(key -> features.put(key, false));
    return mint(seat, Map.of("user", user(seat), "features", features), now);
  }

  /// The others in the room are told this, so there is no e-mail address in it.
  private static Map<String, Object> user(Seat seat) {
    return Map.of("id", seat.userId().value(), "name", seat.name(), "moderator", seat.leads());
  }

  private String mint(Seat seat, Map<String, Object> context, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .jwtID(Ids.secret())
            .issuer(names.issuer())
            .audience(names.audience())
            .subject(names.subject())
            .claim("room", seat.mediaRoom())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now.minus(SLACK)))
            .expirationTime(Date.from(now.plus(LIFE)))
            .claim("context", context)
            .build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("the key was checked at the start", e);
    }
    return token.serialize();
  }
}
