package dev.optima.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/// A peer that took everything would prove nothing: each wrong token is refused, by the name that
/// was observed.
class TokenCheckTest {
  private static final String SECRET = "a secret of a server's own, 32 long";
  private static final TokenRule.Shared OWN =
      new TokenRule.Shared("optima", SECRET, "jitsi", "meet.example");
  private static final String TENANT = "vpaas-magic-cookie-1";
  private static final KeyPair KEYS = keys();
  private static final TokenRule.Hosted HOSTED =
      new TokenRule.Hosted(TENANT, TENANT + "/k1", KEYS.getPublic());

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JwtClaims claims(String issuer, String subject) {
    var claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience("jitsi");
    claims.setSubject(subject);
    claims.setClaim("room", "talk");
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setNotBeforeMinutesInThePast(1);
    claims.setClaim("context", Map.of("user", Map.of("name", "Elif", "moderator", true)));
    return claims;
  }

  private static String signed(JwtClaims claims, String algorithm, Key key, String kid) {
    try {
      var token = new JsonWebSignature();
      token.setPayload(claims.toJson());
      token.setHeader("typ", "JWT");
      token.setAlgorithmHeaderValue(algorithm);
      token.setKey(key);
      if (!kid.isEmpty()) {
        token.setKeyIdHeaderValue(kid);
      }
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String own(Consumer<JwtClaims> change) {
    JwtClaims claims = claims("optima", "meet.example");
    change.accept(claims);
    return signed(claims, "HS256", new HmacKey(SECRET.getBytes(StandardCharsets.UTF_8)), "");
  }

  private static String hosted(String kid, Consumer<JwtClaims> change) {
    JwtClaims claims = claims("chat", TENANT);
    change.accept(claims);
    return signed(claims, "RS256", KEYS.getPrivate(), kid);
  }

  private static void refused(String token, String name, String reason) {
    refused(OWN, "Talk", token, name, reason);
  }

  private static void refused(
      TokenRule rule, String path, String token, String name, String reason) {
    assertThat(TokenCheck.judge(rule, path, token))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            no -> {
              assertThat(no.error().path("name").asText()).isEqualTo(name);
              assertThat(no.error().path("message").asText()).contains(reason);
            });
  }

  @Test
  void aGoodTokenIsTakenInBothWays() {
    assertThat(TokenCheck.judge(OWN, "Talk", own(claims -> {})))
        .isInstanceOfSatisfying(
            Verdict.Welcome.class,
            yes -> {
              assertThat(yes.guest().moderator()).isTrue();
              assertThat(yes.guest().name()).isEqualTo("Elif");
            });
    assertThat(TokenCheck.judge(HOSTED, TENANT + "/talk", hosted(TENANT + "/k1", claims -> {})))
        .isInstanceOf(Verdict.Welcome.class);
  }

  @Test
  void eachWrongTokenOfAnOwnServerIsRefused() {
    String password = "connection.passwordRequired";
    refused("", password, "token required");
    refused("no.token", password, "Invalid token");
    refused(own(claims -> claims.setIssuer("other")), password, "invalid 'iss' claim");
    refused(own(claims -> claims.setAudience("other")), password, "invalid 'aud' claim");
    refused(own(claims -> claims.setAudience("jitsi", "b")), password, "'aud' claim is missing");
    refused(
        own(claims -> claims.setExpirationTimeMinutesInTheFuture(-1)),
        password,
        "Not acceptable by exp");
    refused(
        own(claims -> claims.setNotBeforeMinutesInThePast(-2)), password, "Not acceptable by nbf");
    refused(own(claims -> claims.unsetClaim("room")), password, "null");
    refused(
        signed(
            claims("optima", "meet.example"),
            "HS256",
            new HmacKey("quite another secret, also 32 long".getBytes(StandardCharsets.UTF_8)),
            ""),
        password,
        "Invalid signature");
    refused(hosted(TENANT + "/k1", claims -> {}), password, "Invalid or incorrect alg");
    String elsewhere = "conference.connectionError.notAllowed";
    refused(own(claims -> claims.setClaim("room", "other")), elsewhere, "");
    refused(own(claims -> claims.setClaim("room", "*")), elsewhere, "");
    refused(own(claims -> claims.setSubject("other.example")), elsewhere, "");
  }

  @Test
  void eachWrongTokenOfATenantIsRefused() {
    String password = "connection.passwordRequired";
    String path = TENANT + "/talk";
    refused(HOSTED, path, own(claims -> {}), password, "RS family");
    refused(HOSTED, path, hosted("other", claims -> {}), password, "could not obtain public key");
    refused(
        HOSTED,
        path,
        hosted(
            TENANT + "/k1",
            claims -> claims.setClaim("context", Map.of("features", Map.of("recordings", true)))),
        password,
        "unknown feature");
    String elsewhere = "conference.connectionError.notAllowed";
    refused(HOSTED, "talk", hosted(TENANT + "/k1", claims -> {}), elsewhere, "");
    refused(
        HOSTED, path, hosted(TENANT + "/k1", claims -> claims.setSubject("other")), elsewhere, "");
  }
}
