package dev.optima.backend.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a media server's own words are taken.
///
/// @param jaasSecret seals the webhooks of JaaS; empty: none is taken
/// @param jaasAppId whose rooms they tell of
/// @param jitsiSecret of a Jitsi of one's own; empty: nothing is taken from it
/// @param jitsiAddresses addresses and networks from which it may call; none: from everywhere
/// @param reservation how long it may keep a room open
public record MediaServerSettings(
    Optional<String> jaasSecret,
    Optional<String> jaasAppId,
    Optional<String> jitsiSecret,
    List<String> jitsiAddresses,
    Duration reservation) {

  static MediaServerSettings read(ConfigValues values) {
    return new MediaServerSettings(
        values.given(ConfigKey.JAAS_WEBHOOK_SECRET),
        values.given(ConfigKey.JAAS_APP_ID),
        values.given(ConfigKey.JITSI_EVENTS_SECRET),
        values.list(ConfigKey.JITSI_EVENTS_ADDRESSES),
        Duration.ofMinutes(values.number(ConfigKey.JITSI_RESERVATION_MINUTES)));
  }

  /// Never prints the secrets.
  @Override
  public String toString() {
    return "MediaServerSettings" + jitsiAddresses;
  }
}
