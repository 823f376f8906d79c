package dev.optima.backend.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the settings of providers may be, one by one and together.
final class ProviderRules {
  private static final Set<String> FEATURES_THERE_ARE =
      Set.of("lobby", "recording", "transcription");
  private static final Pattern DOMAIN_FORM =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
  private static final Pattern TOKEN_NAME = Pattern.compile("[\\x21-\\x7E]{1,255}");
  private static final Pattern APP_ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,200}");
  private static final Pattern KEY_ID_FORM = Pattern.compile("[A-Za-z0-9._/-]{1,300}");
  private static final int LAST_PORT = 65535;
  private static final String PUBLIC_SERVER = "meet.jit.si";

  /// Below this, HS256 has less than its full strength (RFC 7518, 3.2).
  private static final int SAFE_SECRET = 32;

  static final ValueRule PROVIDER =
      ValueRule.of(
          value ->
              Set.of("direct", "jitsi", "jaas", "link").contains(value)
                  ? null
                  : "\"" + value + "\" is not a provider; give direct, jitsi, jaas or link");
  static final ValueRule FALLBACK =
      ValueRule.of(
          value ->
              Set.of("direct", "none").contains(value)
                  ? null
                  : "\""
                      + value
                      + "\" is no way out; give direct (the built-in call may be tried) or none");
  static final ValueRule DOMAIN = ValueRule.of(ProviderRules::domain);
  static final ValueRule NAME =
      ValueRule.of(
          value ->
              TOKEN_NAME.matcher(value).matches()
                  ? null
                  : "has blanks or letters outside of ASCII; give it as the Jitsi server has it");
  static final ValueRule APP_ID =
      ValueRule.of(
          value ->
              APP_ID_FORM.matcher(value).matches()
                  ? null
                  : "is not an AppID; give the one of the JaaS console, which begins with"
                      + " vpaas-magic-cookie-");
  static final ValueRule KEY_ID =
      ValueRule.of(
          value ->
              KEY_ID_FORM.matcher(value).matches()
                  ? null
                  : "is not a key id; give the one that the JaaS console shows beside the key");
  static final ValueRule FEATURES =
      ValueRule.each(
          value ->
              FEATURES_THERE_ARE.contains(value)
                  ? null
                  : "\""
                      + value
                      + "\" is not a feature; there are lobby, recording, transcription");
  static final ValueRule TEMPLATE = ValueRule.of(value -> LinkTemplate.problem(value).orElse(null));
  static final ValueRule PRIVATE_KEY = ValueRule.of(value -> RsaKey.problem(value).orElse(null));

  private ProviderRules() {}

  private static @Nullable String domain(String value) {
    if (value.contains("://") || value.contains("/")) {
      return "\""
          + value
          + "\" is an address; give the name alone, such as meet.example.com or"
          + " meet.example.com:8443";
    }
    return DOMAIN_FORM.matcher(value).matches() && isPlace("https://" + value)
        ? null
        : "\"" + value + "\" is not a host name; give one such as meet.example.com";
  }

  /// Such as programs and browsers can call.
  private static boolean isPlace(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() != null && uri.getPort() <= LAST_PORT;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /// What is wrong with them together.
  static void check(ConfigValues values) {
    checkJitsi(values);
    checkJaas(values);
    String provider = values.get(ConfigKey.PROVIDER);
    ConfigKey needed =
        switch (provider) {
          case "jitsi" -> ConfigKey.JITSI_DOMAIN;
          case "link" -> ConfigKey.LINK_TEMPLATE;
          default -> null;
        };
    if (needed != null && values.given(needed).isEmpty()) {
      values.problem(
          needed.key()
              + ": missing, though provider is "
              + provider
              + "; give it, or another"
              + " provider");
    }
  }

  private static void checkJitsi(ConfigValues values) {
    boolean id = values.given(ConfigKey.JITSI_APP_ID).isPresent();
    Optional<String> secret = values.given(ConfigKey.JITSI_SECRET);
    Optional<String> domain = values.given(ConfigKey.JITSI_DOMAIN);
    if (id != secret.isPresent()) {
      values.problem(
          (id ? "jitsi.secret" : "jitsi.app-id")
              + ": missing; give both app_id and app_secret of the server's prosody, or neither for"
              + " a server that asks nobody for a token");
    }
    if ((id || secret.isPresent())
        && domain.isEmpty()
        && !values.get(ConfigKey.PROVIDER).equals("jitsi")) {
      values.problem("jitsi.domain: missing; say where the Jitsi server is");
    }
    if (values.given(ConfigKey.JITSI_EVENTS_SECRET).isEmpty()
        && !values.list(ConfigKey.JITSI_EVENTS_ADDRESSES).isEmpty()) {
      values.problem(
          "jitsi.events-secret: missing, so nobody may tell anything, from whatever address; give"
              + " what event_sync and reservations send as their Bearer token");
    }
    if (secret.isPresent() && secret.get().getBytes(StandardCharsets.UTF_8).length < SAFE_SECRET) {
      values.warn(
          "jitsi.secret has less than 32 bytes, so its tokens could be forged with less work than"
              + " they should; give the server a longer one, for example by: openssl rand -hex 32");
    }
    if (domain
        .filter(name -> name.replaceFirst(":\\d+$", "").equalsIgnoreCase(PUBLIC_SERVER))
        .isPresent()) {
      values.warn(
          "jitsi.domain is meet.jit.si, which ends embedded meetings after five minutes and wants"
              + " the first who comes to sign in: good for a look, not for interviews");
    }
  }

  private static void checkJaas(ConfigValues values) {
    List<ConfigKey> all =
        List.of(ConfigKey.JAAS_APP_ID, ConfigKey.JAAS_KEY_ID, ConfigKey.JAAS_PRIVATE_KEY);
    List<String> missing =
        all.stream().filter(key -> values.given(key).isEmpty()).map(ConfigKey::key).toList();
    boolean wanted =
        values.get(ConfigKey.PROVIDER).equals("jaas")
            || missing.size() < all.size()
            || values.given(ConfigKey.JAAS_WEBHOOK_SECRET).isPresent();
    if (wanted && !missing.isEmpty()) {
      values.problem(
          String.join(", ", missing)
              + ": missing; JaaS needs the AppID, the id of an API key and its private key, all of"
              + " the JaaS console");
    }
  }
}
