package dev.optima.backend.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigException;
import dev.optima.backend.provider.VideoProvider.Seat;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.JitsiRoom;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tokens as a strict server of another house (jose4j) sees them.
class RoomTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final String ROOM = "optima-call-0123456789abcdef0123456789abcdef";
  private static final String SECRET = "a secret of the house of more than 32 bytes";
  private static final KeyPair KEYS = keys();
  private static final Seat ELIF = seat("elif", "Elif Kaya", Role.RECRUITER);
  private static final Seat MERT = seat("mert", "Mert Demir", Role.APPLICANT);

  private final Providers providers = providers(SECRET);

  @Test
  void ofAServerOfOnesOwnTheTokenSaysThisAndNothingElse() throws Exception {
    JwtClaims claims = own(SECRET).processToClaims(token("jitsi", ELIF));

    assertThat(claims.getClaimsMap())
        .containsOnlyKeys("jti", "iss", "aud", "sub", "room", "iat", "nbf", "exp", "context")
        .containsEntry("iss", "optima")
        .containsEntry("aud", "jitsi")
        .containsEntry("sub", "meet.example")
        .containsEntry("room", ROOM)
        .containsEntry("iat", NOW.getEpochSecond())
        .containsEntry("nbf", NOW.getEpochSecond() - 60)
        .containsEntry("exp", NOW.getEpochSecond() + 300)
        .containsEntry(
            "context",
            Map.of("user", Map.of("id", "elif", "name", "Elif Kaya", "moderator", true)));
    assertThat(header(token("jitsi", ELIF))).isEqualTo(Map.of("alg", "HS256", "typ", "JWT"));
  }

  @Test
  void ofJaasTheTokenSaysToWhomTheKeyBelongsAndWhatOneMayDo() throws Exception {
    JwtClaims claims = jaas(KEYS.getPublic()).processToClaims(token("jaas", ELIF));

    assertThat(claims.getClaimsMap())
        .containsOnlyKeys("jti", "iss", "aud", "sub", "room", "iat", "nbf", "exp", "context")
        .containsEntry("iss", "chat")
        .containsEntry("aud", "jitsi")
        .containsEntry("sub", "vpaas-magic-cookie-1")
        .containsEntry("room", ROOM)
        .containsEntry(
            "context",
            Map.of(
                "user",
                Map.of("id", "elif", "name", "Elif Kaya", "moderator", true),
                "features",
                Map.of(
                    "recording", true,
                    "transcription", false,
                    "livestreaming", false,
                    "outbound-call", false)));
    assertThat(header(token("jaas", ELIF)))
        .isEqualTo(Map.of("alg", "RS256", "typ", "JWT", "kid", "vpaas-magic-cookie-1/key-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jitsi", "jaas"})
  void anApplicantLeadsNothing(String provider) throws Exception {
    JwtConsumer server = provider.equals("jitsi") ? own(SECRET) : jaas(KEYS.getPublic());
    Map<?, ?> context =
        server.processToClaims(token(provider, MERT)).getClaimValue("context", Map.class);

    assertThat(context.get("user"))
        .isEqualTo(Map.of("id", "mert", "name", "Mert Demir", "moderator", false));
    if (provider.equals("jaas")) {
      assertThat(Objects.requireNonNull((Map<?, ?>) context.get("features")).values())
          .allMatch(Boolean.FALSE::equals);
    }
    JitsiRoom room = Objects.requireNonNull(ticket(provider, MERT).jitsi());
    assertThat(room.moderator()).isFalse();
    assertThat(room.features()).isEmpty();
  }

  @Test
  void theTicketSaysWhereTheRoomIs() {
    assertThat(ticket("jitsi", ELIF).jitsi())
        .isEqualTo(
            new JitsiRoom(
                "meet.example:8443",
                ROOM,
                "https://meet.example:8443/external_api.js",
                true,
                List.of("lobby")));
    assertThat(ticket("jaas", ELIF).jitsi())
        .isEqualTo(
            new JitsiRoom(
                "8x8.vc",
                "vpaas-magic-cookie-1/" + ROOM,
                "https://8x8.vc/vpaas-magic-cookie-1/external_api.js",
                true,
                List.of("recording")));
    assertThat(ticket("jaas", ELIF).jitsiRoomName()).isEqualTo(ROOM);
    assertThat(ticket("jaas", ELIF).joinUrl())
        .startsWith("https://optima.example/call/c1#ticket=oct_");
    assertThat(ticket("link", MERT).linkUrl())
        .isEqualTo("https://v.example/" + ROOM + "?n=Mert%20Demir");
    assertThat(ticket("link", MERT).jwtToken()).isNull();
    assertThat(ticket("direct", ELIF).fallback()).isFalse();
    assertThat(ticket("jitsi", ELIF).fallback()).isTrue();
  }

  @Test
  void eachJoinHasATokenOfItsOwn() throws Exception {
    JwtClaims first = own(SECRET).processToClaims(token("jitsi", ELIF));
    JwtClaims second = own(SECRET).processToClaims(token("jitsi", ELIF));

    assertThat(first.getJwtId()).isNotEqualTo(second.getJwtId());
    assertThat(first.getJwtId()).hasSize(32);
  }

  /// Many Jitsi servers have one; prosody takes it as it is.
  @ParameterizedTest
  @ValueSource(strings = {"x", "my_jitsi_app_secret", "ünïcödé"})
  void aShortSecretSignsToo(String secret) throws Exception {
    String token = token(providers(secret), "jitsi", ELIF);

    assertThat(own(secret).processToClaims(token).getIssuer()).isEqualTo("optima");
    assertThatThrownBy(() -> own(secret + "x").processToClaims(token))
        .isInstanceOf(InvalidJwtException.class);
  }

  @Test
  void anotherKeyDoesNotVerify() {
    assertRefused(own("another secret of more than thirty-two bytes"), token("jitsi", ELIF));
    assertRefused(jaas(keys().getPublic()), token("jaas", ELIF));
  }

  @Test
  void otherAlgorithmsDoNotVerify() throws Exception {
    String own = token("jitsi", ELIF);
    String jaas = token("jaas", ELIF);
    assertRefused(own(SECRET), forged(own, AlgorithmIdentifiers.NONE, null));
    assertRefused(jaas(KEYS.getPublic()), forged(jaas, AlgorithmIdentifiers.NONE, null));
    var publicKey = new SecretKeySpec(KEYS.getPublic().getEncoded(), "HmacSHA256");
    assertRefused(
        jaas(KEYS.getPublic()), forged(jaas, AlgorithmIdentifiers.HMAC_SHA256, publicKey));
    assertRefused(
        own(SECRET), forged(own, AlgorithmIdentifiers.RSA_USING_SHA256, KEYS.getPrivate()));
    assertRefused(own(SECRET), forged(own, AlgorithmIdentifiers.HMAC_SHA512, key(SECRET)));
  }

  @Test
  void whatIsForAnotherDoesNotVerify() throws Exception {
    String token = token("jitsi", ELIF);
    for (Map.Entry<String, String> other :
        Map.of("aud", "chat", "iss", "somebody", "sub", "elsewhere.example", "room", "another")
            .entrySet()) {
      JwtClaims claims = own(SECRET).processToClaims(token);
      claims.setStringClaim(other.getKey(), other.getValue());
      var forged = new JsonWebSignature();
      forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
      forged.setHeader("typ", "JWT");
      forged.setKey(key(SECRET));
      forged.setPayload(claims.toJson());
      forged.setDoKeyValidation(false);
      assertRefused(own(SECRET), forged.getCompactSerialization());
    }
    assertThat(own(SECRET).processToClaims(token).getSubject()).isEqualTo("meet.example");
  }

  @Test
  void beforeItsTimeAndAfterwardsItDoesNotVerify() throws Exception {
    for (String provider : List.of("jitsi", "jaas")) {
      String token = token(provider, MERT);
      for (int good : List.of(-60, 0, 299)) {
        assertThat(at(provider, NOW.plusSeconds(good)).processToClaims(token)).isNotNull();
      }
      assertRefused(at(provider, NOW.plusSeconds(300)), token);
      assertRefused(at(provider, NOW.minusSeconds(61)), token);
    }
  }

  @Test
  void nothingPrintsTheToken() {
    JoinTicket ticket = ticket("jitsi", ELIF);

    assertThat(ticket.toString())
        .doesNotContain("oct_")
        .doesNotContain(Objects.requireNonNull(ticket.jwtToken()));
  }

  private String token(String provider, Seat seat) {
    return token(providers, provider, seat);
  }

  private static String token(Providers providers, String provider, Seat seat) {
    return Objects.requireNonNull(providers.carrier(provider).ticket(seat).jwtToken());
  }

  private JoinTicket ticket(String provider, Seat seat) {
    return providers.carrier(provider).ticket(seat);
  }

  private static void assertRefused(JwtConsumer server, String token) {
    assertThatThrownBy(() -> server.processToClaims(token)).isInstanceOf(InvalidJwtException.class);
  }

  private static String forged(String token, String algorithm, @Nullable Key key) throws Exception {
    var jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    jws.setAlgorithmHeaderValue(algorithm);
    jws.setHeader("typ", "JWT");
    jws.setKey(key);
    jws.setDoKeyValidation(false);
    jws.setPayload(new String(decoded(token, 1), StandardCharsets.UTF_8));
    return jws.getCompactSerialization();
  }

  private static Map<String, Object> header(String token) throws Exception {
    return JsonUtil.parseJson(new String(decoded(token, 0), StandardCharsets.UTF_8));
  }

  private static byte[] decoded(String token, int part) {
    return Base64.getUrlDecoder().decode(token.split("\\.")[part]);
  }

  private static JwtConsumer at(String provider, Instant when) {
    return provider.equals("jitsi")
        ? own(SECRET, when)
        : strict(KEYS.getPublic(), AlgorithmIdentifiers.RSA_USING_SHA256, "chat", when)
            .setExpectedSubject("vpaas-magic-cookie-1")
            .build();
  }

  private static JwtConsumer own(String secret) {
    return own(secret, NOW);
  }

  private static JwtConsumer own(String secret, Instant when) {
    return strict(key(secret), AlgorithmIdentifiers.HMAC_SHA256, "optima", when)
        .setExpectedSubject("meet.example")
        .setRelaxVerificationKeyValidation()
        .build();
  }

  private static JwtConsumer jaas(Key key) {
    return strict(key, AlgorithmIdentifiers.RSA_USING_SHA256, "chat", NOW)
        .setExpectedSubject("vpaas-magic-cookie-1")
        .build();
  }

  private static JwtConsumerBuilder strict(Key key, String algorithm, String issuer, Instant when) {
    return new JwtConsumerBuilder()
        .setVerificationKey(key)
        .setJwsAlgorithmConstraints(ConstraintType.PERMIT, algorithm)
        .setExpectedIssuer(true, issuer)
        .setExpectedAudience(true, "jitsi")
        .setExpectedType(true, "JWT")
        .setRequireExpirationTime()
        .setRequireNotBefore()
        .setRequireJwtId()
        .setEvaluationTime(NumericDate.fromSeconds(when.getEpochSecond()))
        .registerValidator(RoomTokensTest::otherRoom);
  }

  private static @Nullable String otherRoom(JwtContext context) {
    String room = context.getJwtClaims().getClaimValueAsString("room");
    return ROOM.equals(room) ? null : "another room";
  }

  private static Key key(String secret) {
    return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  private static Seat seat(String id, String name, Role role) {
    return new Seat(new CallId("c1"), ROOM, new UserId(id), name, role);
  }

  private static Providers providers(String secret) {
    Map<String, String> settings = new HashMap<>();
    settings.put("OPTIMA_JITSI_DOMAIN", "meet.example:8443");
    settings.put("OPTIMA_JITSI_APP_ID", "optima");
    settings.put("OPTIMA_JITSI_SECRET", secret);
    settings.put("OPTIMA_JAAS_APP_ID", "vpaas-magic-cookie-1");
    settings.put("OPTIMA_JAAS_KEY_ID", "key-1");
    settings.put("OPTIMA_JAAS_FEATURES", "recording");
    settings.put(
        "OPTIMA_JAAS_PRIVATE_KEY",
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----");
    settings.put("OPTIMA_LINK_TEMPLATE", "https://v.example/{room}?n={name}");
    try {
      return Providers.of(
          BackendConfig.read(null, settings).providers(),
          new CallPage(
              () -> URI.create("https://optima.example"),
              new Tickets(new byte[32]),
              InstantSource.fixed(NOW)),
          new IceConfig(List.of(), null, Duration.ofHours(1)));
    } catch (ConfigException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
