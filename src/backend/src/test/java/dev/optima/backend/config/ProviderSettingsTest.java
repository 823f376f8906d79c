package dev.optima.backend.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The settings of providers: each slip is told at the start, with what to do, and no secret in it.
class ProviderSettingsTest {
  private static final String KEY = pem("RSA", 2048);
  private static final Map<String, String> JAAS =
      Map.of(
          "OPTIMA_PROVIDER", "jaas",
          "OPTIMA_JAAS_APP_ID", "vpaas-magic-cookie-1",
          "OPTIMA_JAAS_KEY_ID", "4f4910",
          "OPTIMA_JAAS_PRIVATE_KEY", KEY);

  @Test
  void withNothingSetTheVideoIsBuiltIn() throws Exception {
    ProviderSettings settings = read(Map.of());

    assertThat(settings.standard()).isEqualTo("direct");
    assertThat(settings.fallback()).isTrue();
    assertThat(settings.jitsi()).isEmpty();
    assertThat(settings.jaas()).isEmpty();
    assertThat(settings.link()).isEmpty();
  }

  @Test
  void aServerOfOnesOwnNeedsItsNameAloneOrWithBothHalvesOfItsSecret() throws Exception {
    var anonymous = read(Map.of("OPTIMA_PROVIDER", "jitsi", "OPTIMA_JITSI_DOMAIN", "m.example:99"));
    assertThat(anonymous.jitsi().orElseThrow())
        .isEqualTo(
            new ProviderSettings.OwnJitsi(
                "m.example:99", Optional.empty(), "jitsi", "m.example", List.of("lobby")));
    assertThat(problems(Map.of("OPTIMA_PROVIDER", "jitsi")))
        .singleElement()
        .satisfies(p -> assertThat(p).startsWith("jitsi.domain: missing"));
    assertThat(problems(Map.of("OPTIMA_JITSI_DOMAIN", "m.example", "OPTIMA_JITSI_APP_ID", "a")))
        .singleElement()
        .satisfies(p -> assertThat(p).startsWith("jitsi.secret: missing").contains("give both"));
    assertThat(problems(Map.of("OPTIMA_JITSI_DOMAIN", "m.example", "OPTIMA_JITSI_SECRET", "a")))
        .singleElement()
        .satisfies(p -> assertThat(p).startsWith("jitsi.app-id: missing"));
    assertThat(problems(Map.of("OPTIMA_JITSI_APP_ID", "a", "OPTIMA_JITSI_SECRET", "b")))
        .singleElement()
        .satisfies(p -> assertThat(p).startsWith("jitsi.domain: missing"));
  }

  @Test
  void aServerThatNobodyCanCallIsToldAtTheStart() {
    for (String domain :
        List.of("m..example", "192.168.1.300", "m.example:99999", "[::1", "m.example:0x1")) {
      assertThat(problems(Map.of("OPTIMA_JITSI_DOMAIN", domain)))
          .as(domain)
          .singleElement()
          .satisfies(p -> assertThat(p).contains("JITSI_DOMAIN").contains("is not a host name"));
    }
  }

  @Test
  void aShortSecretWorksAndIsWarnedOf() throws Exception {
    BackendConfig config =
        BackendConfig.read(
            null,
            Map.of(
                "OPTIMA_JITSI_DOMAIN", "m.example",
                "OPTIMA_JITSI_APP_ID", "optima",
                "OPTIMA_JITSI_SECRET", "canary7"));

    assertThat(config.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w).contains("32 bytes").contains("openssl rand"))
        .satisfies(w -> assertThat(w).doesNotContain("canary7"));
    assertThat(config.toString()).doesNotContain("canary7");
  }

  @Test
  void thePublicServerIsWarnedOf() throws Exception {
    assertThat(BackendConfig.read(null, Map.of("OPTIMA_JITSI_DOMAIN", "meet.jit.si")).warnings())
        .singleElement()
        .satisfies(w -> assertThat(w).contains("five minutes"));
  }

  @Test
  void jaasTakesAnAppIdAKeyAndItsId() throws Exception {
    ProviderSettings.Jaas jaas = read(JAAS).jaas().orElseThrow();

    assertThat(jaas.domain()).isEqualTo("8x8.vc");
    assertThat(jaas.keyId()).isEqualTo("4f4910");
    assertThat(jaas.features()).containsExactly("lobby", "recording", "transcription");
    assertThat(jaas.toString()).doesNotContain("modulus").doesNotContain("MII");
    assertThat(
            read(with("OPTIMA_JAAS_KEY_ID", "vpaas-magic-cookie-1/4f4910"))
                .jaas()
                .map(ProviderSettings.Jaas::keyId))
        .as("as the JaaS console shows it, with the AppID before it")
        .contains("4f4910");
    assertThat(read(with("OPTIMA_JAAS_PRIVATE_KEY", KEY.replace("\n", "\\n"))).jaas()).isPresent();
    assertThat(read(with("OPTIMA_JAAS_PRIVATE_KEY", KEY.replace("\n", "\r\n"))).jaas()).isPresent();
  }

  @Test
  void theKeyMayStandInItsOwnFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("key.pem");
    Files.writeString(file, KEY);
    Map<String, String> settings = new HashMap<>(JAAS);
    settings.remove("OPTIMA_JAAS_PRIVATE_KEY");
    settings.put("OPTIMA_JAAS_PRIVATE_KEY_FILE", file.toString());

    assertThat(read(settings).jaas()).isPresent();
  }

  @Test
  void whatIsMissingForJaasIsNamed() {
    assertThat(problems(Map.of("OPTIMA_PROVIDER", "jaas", "OPTIMA_JAAS_KEY_ID", "k")))
        .singleElement()
        .satisfies(p -> assertThat(p).startsWith("jaas.app-id, jaas.private-key: missing"));
  }

  @Test
  void whatWouldNeverBeHeardIsToldAtTheStart() {
    assertThat(problems(Map.of("OPTIMA_JAAS_WEBHOOK_SECRET", "canary7")))
        .singleElement()
        .satisfies(p -> assertThat(p).startsWith("jaas.app-id, ").doesNotContain("canary7"));
    assertThat(problems(Map.of("OPTIMA_JITSI_EVENTS_ADDRESSES", "10.0.0.5")))
        .singleElement()
        .satisfies(p -> assertThat(p).startsWith("jitsi.events-secret: missing"));
  }

  @Test
  void aKeyThatIsNoneSaysHowToMakeOne() {
    String bare = KEY.replaceAll("-----[^-]+-----|\\s", "");
    Map.of(
            "-----BEGIN RSA PRIVATE KEY-----\ncanary7\n-----END RSA PRIVATE KEY-----",
            "openssl pkcs8 -topk8 -nocrypt",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\ncanary7\n-----END ENCRYPTED PRIVATE KEY-----",
            "passphrase",
            "-----BEGIN PUBLIC KEY-----\ncanary7\n-----END PUBLIC KEY-----",
            "public half",
            "-----BEGIN PRIVATE KEY-----\ncanary7\n-----END PRIVATE KEY-----",
            "cannot be read",
            "/run/secrets/jaas.pem",
            "jaas.private-key.file",
            bare,
            "-----BEGIN PRIVATE KEY-----",
            pem("RSA", 1024),
            "1024 bits",
            pem("EC", 256),
            "RSA")
        .forEach(
            (key, words) ->
                assertThat(problems(with("OPTIMA_JAAS_PRIVATE_KEY", key)))
                    .singleElement()
                    .satisfies(p -> assertThat(p).contains("JAAS_PRIVATE_KEY").contains(words))
                    .satisfies(p -> assertThat(p).doesNotContain("canary7").doesNotContain(bare)));
  }

  @Test
  void aLinkNeedsItsTemplateAndFillsItSafely() throws Exception {
    assertThat(problems(Map.of("OPTIMA_PROVIDER", "link")))
        .singleElement()
        .satisfies(p -> assertThat(p).startsWith("link.template: missing"));
    var link = new LinkTemplate("https://v.example:444/{room}?c={call}#name=%22{name}%22");

    assertThat(link.domain()).isEqualTo("v.example:444");
    assertThat(link.url("r/../1", "c?&", "Ayşe \"$1\" #&+"))
        .isEqualTo(
            "https://v.example:444/r%2F..%2F1?c=c%3F%26"
                + "#name=%22Ay%C5%9Fe%20%22%241%22%20%23%26%2B%22");
    assertThat(read(Map.of("OPTIMA_LINK_TEMPLATE", link.text())).link()).contains(link);
  }

  @Test
  void aLinkMayHaveItsRoomInTheQueryButNotInItsHost() throws Exception {
    String query = "https://v.example?room={room}";
    assertThat(read(Map.of("OPTIMA_LINK_TEMPLATE", query)).link())
        .contains(new LinkTemplate(query));
    for (String template :
        List.of(
            "https://{room}.example/", "https://v.example:{room}/", "https://{name}@v/{room}")) {
      assertThat(problems(Map.of("OPTIMA_LINK_TEMPLATE", template))).as(template).hasSize(1);
    }
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> settings = new HashMap<>(JAAS);
    settings.put(key, value);
    return settings;
  }

  private static ProviderSettings read(Map<String, String> environment) throws ConfigException {
    return BackendConfig.read(null, environment).providers();
  }

  private static List<String> problems(Map<String, String> environment) {
    return catchThrowableOfType(ConfigException.class, () -> BackendConfig.read(null, environment))
        .problems();
  }

  private static String pem(String algorithm, int bits) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      PrivateKey key = generator.generateKeyPair().getPrivate();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
          + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
