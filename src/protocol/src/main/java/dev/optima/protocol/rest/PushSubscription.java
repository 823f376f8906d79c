package dev.optima.protocol.rest;

/// `POST /api/push/subscriptions`: as `PushSubscription.toJSON()` of the Push API gives it.
public record PushSubscription(String endpoint, Keys keys) {

  /// The browser's keys (RFC 8291), base64url.
  public record Keys(String p256dh, String auth) {
    /// Never prints the secret.
    @Override
    public String toString() {
      return "Keys[]";
    }
  }
}
