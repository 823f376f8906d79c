package dev.optima.scripted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;

/// Takes and refuses tokens as a strict server does: in the same order, with the same names and
/// reasons. The library is another than the one that made them.
final class TokenCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> FEATURES =
      Set.of(
          "livestreaming",
          "recording",
          "transcription",
          "outbound-call",
          "inbound-call",
          "sip-outbound-call",
          "sip-inbound-call",
          "file-upload",
          "list-visitors",
          "send-groupchat",
          "create-polls",
          "flip");

  private TokenCheck() {}

  static Verdict judge(TokenRule rule, String path, @Nullable String token) {
    if (rule instanceof TokenRule.Anonymous) {
      return new Verdict.Welcome(Guest.NOBODY);
    }
    if (token == null || token.isEmpty()) {
      return new Verdict.Refused(Failures.noToken());
    }
    try {
      JsonNode header = part(token, 0);
      if (!header.path("typ").asText().equals("JWT")) {
        return reason("Invalid typ");
      }
      JsonNode claims = part(token, 1);
      if (!claims.path("aud").isTextual()) {
        return reason("'aud' claim is missing");
      }
      return switch (rule) {
        case TokenRule.Shared own -> own(own, path, token, header, claims);
        case TokenRule.Hosted hosted -> hosted(hosted, path, token, header, claims);
        case TokenRule.Anonymous _ -> throw new IllegalStateException("asked already");
      };
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return reason("Invalid token");
    }
  }

  private static Verdict own(
      TokenRule.Shared rule, String path, String token, JsonNode header, JsonNode claims) {
    if (!header.path("alg").asText().equals("HS256")) {
      return reason("Invalid or incorrect alg");
    }
    var consumer =
        consumer(rule.appId(), rule.audience(), AlgorithmIdentifiers.HMAC_SHA256)
            .setVerificationKey(new HmacKey(rule.secret().getBytes(StandardCharsets.UTF_8)))
            // A server's secret may be short.
            .setRelaxVerificationKeyValidation();
    return verified(consumer, token, claims, path, rule.subject());
  }

  private static Verdict hosted(
      TokenRule.Hosted rule, String path, String token, JsonNode header, JsonNode claims) {
    if (!header.path("alg").asText().equals("RS256")) {
      return reason("'kid' claim only support with RS family");
    }
    if (!header.path("kid").asText().equals(rule.keyId())) {
      return reason("could not obtain public key");
    }
    var features = claims.path("context").path("features");
    for (var named : features.properties()) {
      if (!FEATURES.contains(named.getKey()) || !named.getValue().isBoolean()) {
        return reason("unknown feature " + named);
      }
    }
    var consumer =
        consumer("chat", "jitsi", AlgorithmIdentifiers.RSA_USING_SHA256)
            .setVerificationKey(rule.key());
    String tenant = rule.appId() + "/";
    if (!path.startsWith(tenant)) {
      return new Verdict.Refused(Failures.notAllowed());
    }
    return verified(consumer, token, claims, path.substring(tenant.length()), rule.appId());
  }

  private static JwtConsumerBuilder consumer(String issuer, String audience, String algorithm) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm)
        .setExpectedIssuer(issuer)
        .setExpectedAudience(audience)
        .setRequireExpirationTime()
        .setRequireNotBefore();
  }

  private static Verdict verified(
      JwtConsumerBuilder consumer, String token, JsonNode claims, String room, String subject) {
    try {
      consumer.build().processToClaims(token);
    } catch (InvalidJwtException e) {
      return reason(why(e));
    }
    String named = claims.path("room").asText();
    if (named.isEmpty()) {
      return new Verdict.Refused(Failures.passwordRequired(null));
    }
    String about = claims.path("sub").asText();
    if (!named.equalsIgnoreCase(room) || !(about.equals(subject) || about.equals("*"))) {
      return new Verdict.Refused(Failures.notAllowed());
    }
    JsonNode user = claims.path("context").path("user");
    return new Verdict.Welcome(
        new Guest(
            user.path("name").asText(),
            user.path("moderator").asText("false").equals("true"),
            claims));
  }

  private static String why(InvalidJwtException problem) {
    if (problem.hasErrorCode(ErrorCodes.EXPIRED)) {
      return "Not acceptable by exp (1 sec since expired)";
    }
    if (problem.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
      return "Not acceptable by nbf";
    }
    if (problem.hasErrorCode(ErrorCodes.ISSUER_INVALID)) {
      return "invalid 'iss' claim";
    }
    return problem.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
        ? "invalid 'aud' claim"
        : "Invalid signature";
  }

  private static Verdict reason(String message) {
    return new Verdict.Refused(Failures.passwordRequired(message));
  }

  private static JsonNode part(String token, int which) throws JsonProcessingException {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("no token");
    }
    return JSON.readTree(
        new String(Base64.getUrlDecoder().decode(parts[which]), StandardCharsets.UTF_8));
  }
}
