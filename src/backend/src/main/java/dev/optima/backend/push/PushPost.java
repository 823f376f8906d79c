package dev.optima.backend.push;

import dev.optima.protocol.json.Json;
import dev.optima.protocol.rest.PushSubscription;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// The way to the push services (RFC 8030).
public final class PushPost implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final VapidKeys keys;
  private final PushEndpoints endpoints;
  private final Optional<String> contact;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// @param contact whom a push service may turn to: `mailto:` or `https:`; empty if nobody is set
  public PushPost(VapidKeys keys, PushEndpoints endpoints, Optional<String> contact) {
    this.keys = keys;
    this.endpoints = endpoints;
    this.contact = contact;
  }

  /// What became of a push.
  enum Outcome {
    /// The push service has it.
    TAKEN,
    /// The subscription is over.
    GONE,
    /// Not now.
    LATER,
    /// Never like this.
    REFUSED
  }

  /// Hands a notice to the push service of one browser. Blocks, for some seconds at most.
  Outcome send(PushSubscription subscription, PushNotice notice, Instant now)
      throws InterruptedException {
    Optional<URI> endpoint = endpoints.known(subscription.endpoint());
    if (endpoint.isEmpty()) {
      return Outcome.GONE; // its push service is no longer allowed
    }
    try {
      endpoints.demandPublic(endpoint.get());
      int status =
          client
              .send(request(endpoint.get(), subscription, notice, now), BodyHandlers.discarding())
              .statusCode();
      return outcome(status);
    } catch (IOException e) {
      return Outcome.LATER;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Outcome.REFUSED;
    }
  }

  private HttpRequest request(
      URI endpoint, PushSubscription subscription, PushNotice notice, Instant now)
      throws GeneralSecurityException {
    byte[] body =
        PushEncryption.encrypt(
            Json.write(notice.payload()).getBytes(StandardCharsets.UTF_8),
            P256.publicKey(Base64.getUrlDecoder().decode(subscription.keys().p256dh())),
            Base64.getUrlDecoder().decode(subscription.keys().auth()));
    long life = Math.max(0, Duration.between(now, notice.expiresAt()).toSeconds());
    return HttpRequest.newBuilder(endpoint)
        .timeout(PATIENCE)
        .header("Authorization", keys.authorization(endpoint, contact, now))
        .header("Content-Encoding", "aes128gcm")
        .header("Content-Type", "application/octet-stream")
        .header("TTL", Long.toString(life))
        .header("Urgency", notice.urgency().name().toLowerCase(Locale.ROOT))
        .header("Topic", notice.topic())
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private static Outcome outcome(int status) {
    if (status >= 200 && status < 300) {
      return Outcome.TAKEN;
    }
    if (status == 404 || status == 410) {
      return Outcome.GONE;
    }
    return status == 429 || status >= 500 ? Outcome.LATER : Outcome.REFUSED;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
