package dev.optima.backend.config;

import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import java.util.Optional;

/// What carries the video of calls.
///
/// @param standard the organisation's: `direct`, `jitsi`, `jaas` or `link`
/// @param fallback whether people in a call of another one may go on over the built-in one
public record ProviderSettings(
    String standard,
    boolean fallback,
    Optional<OwnJitsi> jitsi,
    Optional<Jaas> jaas,
    Optional<LinkTemplate> link) {

  /// A Jitsi server of one's own.
  ///
  /// @param domain host, and port if it is not 443
  /// @param signing empty: the server asks nobody for a token
  /// @param audience, subject as the server expects them in its tokens
  /// @param features what the server offers of `lobby`, `recording` and `transcription`
  public record OwnJitsi(
      String domain,
      Optional<Signing> signing,
      String audience,
      String subject,
      List<String> features) {}

  /// What is shared with a server of one's own.
  public record Signing(String appId, String secret) {
    /// Never prints the secret.
    @Override
    public String toString() {
      return "Signing[" + appId + "]";
    }
  }

  /// Jitsi as a service.
  ///
  /// @param keyId of the key there, without the AppID
  /// @param features what is offered of `lobby`, `recording` and `transcription`
  public record Jaas(
      String domain,
      String appId,
      String keyId,
      RSAPrivateCrtKey privateKey,
      List<String> features) {
    /// Never prints the key.
    @Override
    public String toString() {
      return "Jaas[" + domain + ", " + appId + ", " + keyId + "]";
    }
  }

  static ProviderSettings read(ConfigValues values) {
    return new ProviderSettings(
        values.get(ConfigKey.PROVIDER),
        values.get(ConfigKey.FALLBACK).equals("direct"),
        values.given(ConfigKey.JITSI_DOMAIN).map(domain -> jitsi(domain, values)),
        values.given(ConfigKey.JAAS_PRIVATE_KEY).map(key -> jaas(key, values)),
        values.given(ConfigKey.LINK_TEMPLATE).map(LinkTemplate::new));
  }

  private static OwnJitsi jitsi(String domain, ConfigValues values) {
    return new OwnJitsi(
        domain,
        values
            .given(ConfigKey.JITSI_SECRET)
            .map(secret -> new Signing(values.get(ConfigKey.JITSI_APP_ID), secret)),
        values.get(ConfigKey.JITSI_AUDIENCE),
        values.given(ConfigKey.JITSI_SUBJECT).orElseGet(() -> host(domain)),
        values.list(ConfigKey.JITSI_FEATURES));
  }

  private static Jaas jaas(String key, ConfigValues values) {
    String appId = values.get(ConfigKey.JAAS_APP_ID);
    String keyId = values.get(ConfigKey.JAAS_KEY_ID);
    try {
      return new Jaas(
          values.get(ConfigKey.JAAS_DOMAIN),
          appId,
          keyId.startsWith(appId + "/") ? keyId.substring(appId.length() + 1) : keyId,
          RsaKey.read(key),
          values.list(ConfigKey.JAAS_FEATURES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was checked", e);
    }
  }

  /// A domain without its port.
  private static String host(String domain) {
    return domain.replaceFirst(":\\d+$", "");
  }
}
