package dev.optima.backend.provider;

import dev.optima.backend.seal.Seal;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.IceServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The STUN and TURN servers of the configuration.
///
/// @param urls `stun:`, `stuns:`, `turn:` and `turns:` URLs (`ice.servers`)
/// @param turnSecret shared with the TURN server (`turn.secret`), which gives each person
///   credentials that end by themselves (draft-uberti-behave-turn-rest)
/// @param lifetime how long such credentials open the server
public record IceConfig(List<String> urls, @Nullable String turnSecret, Duration lifetime) {

  /// No server: enough inside one network.
  public static final IceConfig NONE = new IceConfig(List.of(), null, Duration.ofHours(6));

  public IceConfig {
    urls = List.copyOf(urls);
  }

  List<IceServer> servers(UserId user, Instant now) {
    return urls.stream().map(url -> server(url, user, now)).toList();
  }

  private IceServer server(String url, UserId user, Instant now) {
    boolean turn = url.startsWith("turn:") || url.startsWith("turns:");
    if (!turn || turnSecret == null) {
      return new IceServer(List.of(url), null, null);
    }
    String username = now.plus(lifetime).getEpochSecond() + ":" + user.value();
    byte[] mac =
        Seal.sha1(turnSecret.getBytes(StandardCharsets.UTF_8))
            .of(username.getBytes(StandardCharsets.UTF_8));
    return new IceServer(List.of(url), username, Base64.getEncoder().encodeToString(mac));
  }

  /// Never prints the secret.
  @Override
  public String toString() {
    return "IceConfig" + urls;
  }
}
