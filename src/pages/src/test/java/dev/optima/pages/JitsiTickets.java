package dev.optima.pages;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.JitsiRoom;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.scripted.ScriptedJitsi;
import dev.optima.scripted.TokenRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/// The tickets into a room of the scripted peer, a new token in each, as the backend gives them.
final class JitsiTickets {
  static final TokenRule.Shared RULE =
      new TokenRule.Shared("optima", "a secret that only tests know!!!", "jitsi", "127.0.0.1");
  static final String ROOM = "optima-c1";
  static final List<String> EVERYTHING = List.of("lobby", "recording", "transcription");

  /// Those that were given, in this order.
  final List<String> given = new ArrayList<>();

  private final ScriptedJitsi jitsi;
  private final UserId user;
  private final String name;
  private final boolean moderator;

  /// The next so many tokens have expired already.
  int expired;

  boolean fallback = true;
  List<String> features;

  JitsiTickets(ScriptedJitsi jitsi, UserId user, String name, boolean moderator) {
    this.jitsi = jitsi;
    this.user = user;
    this.name = name;
    this.moderator = moderator;
    features = moderator ? EVERYTHING : List.of();
  }

  JoinTicket next(String address) {
    String token = token();
    given.add(token);
    return new JoinTicket(
        Side.CALL,
        "jitsi",
        address,
        ROOM,
        token,
        null,
        new JitsiRoom(
            jitsi.domain(), ROOM, jitsi.origin() + "/external_api.js", moderator, features),
        null,
        fallback);
  }

  private String token() {
    var claims = new JwtClaims();
    claims.setIssuer(RULE.appId());
    claims.setAudience(RULE.audience());
    claims.setSubject(RULE.subject());
    claims.setClaim("room", ROOM);
    claims.setExpirationTimeMinutesInTheFuture(expired-- > 0 ? -1 : 5);
    claims.setNotBeforeMinutesInThePast(2);
    claims.setGeneratedJwtId();
    var person = new HashMap<String, Object>();
    person.put("id", user.value());
    person.put("name", name);
    person.put("moderator", moderator);
    claims.setClaim("context", Map.of("user", person));
    try {
      var token = new JsonWebSignature();
      token.setPayload(claims.toJson());
      token.setHeader("typ", "JWT");
      token.setAlgorithmHeaderValue("HS256");
      token.setKey(new HmacKey(RULE.secret().getBytes(StandardCharsets.UTF_8)));
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
