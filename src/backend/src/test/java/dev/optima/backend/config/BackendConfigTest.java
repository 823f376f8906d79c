package dev.optima.backend.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.protocol.call.CallTimers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendConfigTest {
  @TempDir private Path directory;

  @Test
  void nothingIsNeeded() throws Exception {
    BackendConfig config = BackendConfig.read(null, Map.of());

    assertThat(config.publicUrl()).isEmpty();
    assertThat(config.timers()).isEqualTo(CallTimers.DEFAULT);
    assertThat(config.ringLimit()).isEqualTo(3);
    assertThat(config.sessionLife()).isEqualTo(Duration.ofDays(30));
    assertThat(config.database().url()).isEmpty();
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void theFileIsRead() throws Exception {
    Path file =
        file(
            "optima.toml",
            """
            public-url = "https://optima.example.com/"
            ice.servers = ["stun:a.example.com", "turn:b.example.com:3478?transport=udp"]
            [ring]
            seconds = 20
            [turn]
            secret = "sesame"
            """);

    BackendConfig config = BackendConfig.read(file, Map.of());

    assertThat(config.publicUrl().orElseThrow()).hasToString("https://optima.example.com");
    assertThat(config.timers().ring()).isEqualTo(Duration.ofSeconds(20));
    assertThat(config.ice().servers())
        .containsExactly("stun:a.example.com", "turn:b.example.com:3478?transport=udp");
    assertThat(config.ice().turnSecret()).contains("sesame");
  }

  @Test
  void propertiesAreReadToo() throws Exception {
    Path file = file("optima.properties", "ring.seconds = 21\norganisation = Özgün İK\n");

    BackendConfig config = BackendConfig.read(file, Map.of());

    assertThat(config.timers().ring()).isEqualTo(Duration.ofSeconds(21));
    assertThat(config.organisation()).isEqualTo("Özgün İK");
  }

  @Test
  void theEnvironmentWins() throws Exception {
    Path file = file("optima.toml", "ring.seconds = 20\nconnect.seconds = 25\n");

    BackendConfig config = BackendConfig.read(file, Map.of("OPTIMA_RING_SECONDS", "22"));

    assertThat(config.timers().ring()).isEqualTo(Duration.ofSeconds(22));
    assertThat(config.timers().connect()).isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void theCommandLineWinsOverEnvironmentAndFile() throws Exception {
    Path file = file("optima.toml", "listen.host = \"10.0.0.5\"\nlisten.port = 8081\n");
    Map<String, String> environment = Map.of("OPTIMA_LISTEN_PORT", "8082");
    var option = new ConfigOption("--port", ConfigKey.LISTEN_PORT, "0");

    assertThat(BackendConfig.read(null, Map.of()).listen()).isEqualTo(listen("127.0.0.1", 8080));
    assertThat(BackendConfig.read(file, Map.of()).listen()).isEqualTo(listen("10.0.0.5", 8081));
    assertThat(BackendConfig.read(file, environment).listen()).isEqualTo(listen("10.0.0.5", 8082));
    assertThat(BackendConfig.read(file, environment, List.of(option)).listen())
        .isEqualTo(listen("10.0.0.5", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "::1", "fd00::5", "optima.example.com", "server1"})
  void itListensOnAddressesAndNames(String host) throws Exception {
    BackendConfig config =
        BackendConfig.read(
            null,
            Map.of("OPTIMA_LISTEN_HOST", host, "OPTIMA_PUBLIC_URL", "https://optima.example.com"));

    assertThat(config.listen().host()).isEqualTo(host);
    assertThat(config.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0:8080", "[::1]", "http://localhost", "two words", "*"})
  void whatIsNoAddressToListenOnIsTold(String host) {
    assertThat(problems(null, Map.of("OPTIMA_LISTEN_HOST", host)))
        .singleElement()
        .asString()
        .startsWith("OPTIMA_LISTEN_HOST: ")
        .contains("0.0.0.0, ::");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http", ""})
  void whatIsNoPortIsTold(String port) {
    assertThat(problems(null, Map.of("OPTIMA_LISTEN_PORT", port)))
        .singleElement()
        .asString()
        .startsWith("OPTIMA_LISTEN_PORT: ")
        .contains("0 to 65535");
  }

  @Test
  void whoServesOthersIsRemindedOfThePublicAddress() throws Exception {
    assertThat(BackendConfig.read(null, Map.of("OPTIMA_LISTEN_HOST", "0.0.0.0")).warnings())
        .singleElement()
        .asString()
        .contains("public-url");
  }

  private static BackendConfig.Listen listen(String host, int port) {
    return new BackendConfig.Listen(host, port);
  }

  @Test
  void aSecretMayStandInItsOwnFile() throws Exception {
    Path secret = file("turn.txt", "from a file\n");
    Path file = file("optima.toml", "turn.secret.file = \"" + secret + "\"\n");

    assertThat(BackendConfig.read(file, Map.of()).ice().turnSecret()).contains("from a file");
    assertThat(
            BackendConfig.read(null, Map.of("OPTIMA_TURN_SECRET_FILE", secret.toString()))
                .ice()
                .turnSecret())
        .contains("from a file");
  }

  @Test
  void everyMistakeIsToldAtOnceWithWhatToDo() throws Exception {
    Path file =
        file(
            "optima.toml",
            """
            ring.secnds = 20
            lease.seconds = "soon"
            provider = "jitsi"
            nats.url = "nats://localhost"
            tls.certificate = "/nowhere/cert.pem"
            ice.servers = "turn:b.example.com"
            public-url = "optima.example.com"
            """);

    assertThat(problems(file, Map.of("OPTIMA_RING_LIMIT", "-1")))
        .hasSize(9)
        .anySatisfy(
            p -> assertThat(p).contains("ring.secnds").contains("did you mean ring.seconds?"))
        .anySatisfy(p -> assertThat(p).contains("lease.seconds").contains("give 1 to 600 seconds"))
        .anySatisfy(p -> assertThat(p).contains("jitsi.domain: missing").contains("another"))
        .anySatisfy(p -> assertThat(p).contains("nats.url").contains("not in this version"))
        .anySatisfy(p -> assertThat(p).contains("/nowhere/cert.pem").contains("check the path"))
        .anySatisfy(p -> assertThat(p).contains("tls.key").contains("give both"))
        .anySatisfy(p -> assertThat(p).contains("turn.secret").contains("missing"))
        .anySatisfy(p -> assertThat(p).contains("public-url").contains("https://"))
        .anySatisfy(p -> assertThat(p).contains("OPTIMA_RING_LIMIT").contains("0 to 1000"));
  }

  @Test
  void whatIsNoTomlIsToldWithItsPlace() throws Exception {
    assertThat(problems(file("optima.toml", "ring.seconds = = 3\n"), Map.of()))
        .anySatisfy(p -> assertThat(p).contains("line 1"));
    assertThat(problems(directory.resolve("absent.toml"), Map.of()))
        .singleElement()
        .satisfies(p -> assertThat(p).contains("absent.toml").contains("cannot be read"));
  }

  @Test
  void aSlipInTheEnvironmentIsAnErrorAndAForeignVariableIsNot() throws Exception {
    assertThat(problems(null, Map.of("OPTIMA_RING_SECOND", "3")))
        .singleElement()
        .satisfies(p -> assertThat(p).contains("OPTIMA_RING_SECONDS"));
    assertThat(BackendConfig.read(null, Map.of("OPTIMA_CONSOLE_THEME", "dark")).warnings())
        .singleElement()
        .satisfies(w -> assertThat(w).contains("OPTIMA_CONSOLE_THEME"));
  }

  @Test
  void theMailServerIsRead() throws Exception {
    BackendConfig config =
        BackendConfig.read(
            null,
            Map.of(
                "OPTIMA_SMTP_HOST", "mail.example.com",
                "OPTIMA_SMTP_USER", "jobs@example.com",
                "OPTIMA_SMTP_PASSWORD", "sesame",
                "OPTIMA_ORGANISATION", "Acme"));

    SmtpSettings smtp = config.smtp().orElseThrow();
    assertThat(smtp.security()).isEqualTo(SmtpSettings.Security.STARTTLS);
    assertThat(smtp.fromAddress()).isEqualTo("jobs@example.com");
    assertThat(smtp.fromName()).isEqualTo("Acme");
    assertThat(smtp.toString()).doesNotContain("sesame");
    assertThat(BackendConfig.read(null, Map.of()).smtp()).isEmpty();
  }

  @Test
  void aMailServerNeedsASenderAndAWholeSignIn() {
    assertThat(problems(null, Map.of("OPTIMA_SMTP_HOST", "mail.example.com")))
        .singleElement()
        .satisfies(p -> assertThat(p).contains("smtp.from").contains("missing"));
    assertThat(
            problems(
                null, Map.of("OPTIMA_SMTP_HOST", "mail.example.com", "OPTIMA_SMTP_USER", "a@b.c")))
        .singleElement()
        .satisfies(p -> assertThat(p).contains("smtp.password"));
  }

  @Test
  void theMailboxIsReadAndNeedsASignIn() throws Exception {
    assertThat(problems(null, Map.of("OPTIMA_IMAP_HOST", "mail.example.com")))
        .singleElement()
        .satisfies(p -> assertThat(p).contains("imap.user").contains("imap.password"));
    BackendConfig config =
        BackendConfig.read(
            null,
            Map.of(
                "OPTIMA_IMAP_HOST", "mail.example.com",
                "OPTIMA_IMAP_USER", "jobs",
                "OPTIMA_IMAP_PASSWORD", "sesame",
                "OPTIMA_CALENDAR_SECRET", "sesame"));
    ImapSettings imap = config.imap().orElseThrow();
    assertThat(imap.port()).isEqualTo(993);
    assertThat(imap.security()).isEqualTo(SmtpSettings.Security.TLS);
    assertThat(imap.folder()).isEqualTo("INBOX");
    assertThat(imap.every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.calendars().secret()).contains("sesame");
    assertThat(config.toString()).doesNotContain("sesame");
    assertThat(BackendConfig.read(null, Map.of()).imap()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "allowed-origins, https://a.example.com/path",
    "allowed-origins, null",
    "trusted-proxies, proxy.example.com",
    "database.url, mysql://localhost/optima",
    "ice.servers, http://stun.example.com",
    "log.level, loud",
    "provider, skype",
    "fallback, zoom",
    "jitsi.domain, https://meet.example.com",
    "jitsi.domain, meet.example.com/rooms",
    "jitsi.domain, meet example",
    "jitsi.features, 'lobby, dancing'",
    "jaas.features, livestreaming",
    "link.template, https://video.example.com/room",
    "link.template, https://video.example.com/{name}",
    "link.template, https://video.example.com/{room}/{meeting}",
    "link.template, https://{room}.example.com/",
    "link.template, http://video.example.com/{room}",
    "link.template, javascript:alert({room})",
    "smtp.port, 70000",
    "smtp.security, ssl",
    "smtp.from, jobs",
    "imap.security, ssl",
    "imap.seconds, 1",
    "calendar.private-networks, intranet",
    "calendar.private-networks, 10.0.0.0/40",
    "public-url, https://example.com/optima"
  })
  void badValuesAreRefused(String key, String value) throws Exception {
    Path file = file("optima.properties", key + "=" + value);

    assertThat(problems(file, Map.of())).singleElement().asString().contains(key);
  }

  @ParameterizedTest
  @EnumSource(ConfigKey.class)
  void everyDefaultIsAllowedAndEveryKeyIsExplained(ConfigKey key) {
    assertThat(key.problem(key.standard())).isEmpty();
    assertThat(key.description()).isNotBlank();
    assertThat(ConfigReference.markdown())
        .contains("| `" + key.key() + "`")
        .contains(key.variable());
  }

  @Test
  void theSampleFileShowsEveryKeyWithItsDefault() throws Exception {
    Path sample = Path.of("../../installer/backend/optima.toml").toAbsolutePath().normalize();

    assertThat(Files.readString(sample))
        .as("write it anew: optima-backend config --toml > installer/backend/optima.toml")
        .isEqualTo(ConfigReference.toml());
    assertThat(BackendConfig.read(sample, Map.of())).isEqualTo(BackendConfig.read(null, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "installer/backend/README.md"})
  void theHandbooksShowTheTable(String file) throws Exception {
    assertThat(Files.readString(Path.of("../../" + file)))
        .as("put in what \"optima-backend config\" prints")
        .contains(ConfigReference.markdown());
  }

  private List<String> problems(@Nullable Path file, Map<String, String> environment) {
    ConfigException e =
        catchThrowableOfType(ConfigException.class, () -> BackendConfig.read(file, environment));
    return e.problems();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }
}
