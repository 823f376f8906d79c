package dev.optima.backend.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigException;
import dev.optima.backend.outbound.OwnServers;
import dev.optima.backend.world.LoopbackKeys;
import dev.optima.protocol.rest.ProviderTest;
import dev.optima.protocol.rest.ProviderTest.Check;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The self-test against a real HTTPS server, which is no Jitsi but says what one says.
class SelfTestTest {
  private static final String SCRIPT = "window.JitsiMeetExternalAPI=function(){}";

  @TempDir private static Path folder;
  private static @Nullable LoopbackKeys keys;
  private final List<String> asked = new ArrayList<>();
  private final Map<String, String> headers = new TreeMap<>();
  private String body = SCRIPT;
  private int status = 200;
  private int frameStatus = 200;
  private int ahead;
  private @Nullable HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys().server()));
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server().stop(0);
  }

  @Test
  void aGoodServerIsGood() throws Exception {
    headers.put("Content-Security-Policy", "frame-ancestors https://*.optima.example");

    ProviderTest test = jitsi(Map.of("OPTIMA_JITSI_APP_ID", "a", "OPTIMA_JITSI_SECRET", "short"));

    assertThat(codes(test)).containsExactly("token_ok", "script_ok", "clock_ok", "frame_ok");
    assertThat(test.ok()).isTrue();
    assertThat(asked.getFirst()).isEqualTo("/external_api.js");
    assertThat(asked.getLast()).matches("/optima-call-[0-9a-f]{32}");
    assertThat(codes(jitsi(Map.of())))
        .as("it asks nobody for a token")
        .containsExactly("anonymous", "script_ok", "clock_ok", "frame_ok");
  }

  @Test
  void jaasIsBelowItsTenant() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String key =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----"
            .formatted(
                Base64.getMimeEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded()));
    ProviderTest test =
        test(
            "jaas",
            Map.of(
                "OPTIMA_JAAS_DOMAIN",
                domain(),
                "OPTIMA_JAAS_APP_ID",
                "vpaas-magic-cookie-1",
                "OPTIMA_JAAS_KEY_ID",
                "k",
                "OPTIMA_JAAS_PRIVATE_KEY",
                key),
            trusting());

    assertThat(codes(test)).containsExactly("token_ok", "script_ok", "clock_ok", "frame_ok");
    assertThat(asked.getFirst()).isEqualTo("/vpaas-magic-cookie-1/external_api.js");
    assertThat(asked.getLast()).startsWith("/vpaas-magic-cookie-1/optima-call-");
  }

  @ParameterizedTest
  @CsvSource({"33, clock_off", "-45, clock_off", "20, clock_ok", "0, clock_ok"})
  void aClockThatIsOffSaysHowMuch(int seconds, String code) throws Exception {
    ahead = seconds;

    Check clock = jitsi(Map.of()).checks().get(2);

    assertThat(clock.code()).isEqualTo(code);
    assertThat(clock.ok()).isEqualTo(code.equals("clock_ok"));
    assertThat(Integer.parseInt(Objects.requireNonNull(clock.detail())))
        .as("to the second, as servers say it")
        .isBetween(seconds - 2, seconds);
  }

  @Test
  void whatIsNoIFrameApiIsToldApart() throws Exception {
    body = "<!doctype html><title>Welcome to nginx!</title>";
    headers.put("Content-Type", "text/html");
    assertThat(script(jitsi(Map.of())))
        .isEqualTo(new Check("script", false, "script_not_api", "text/html"));
    status = 404;
    assertThat(script(jitsi(Map.of())))
        .isEqualTo(new Check("script", false, "script_missing", "404"));
    status = 302;
    headers.put("Location", "https://127.0.0.1:1/elsewhere.js");
    assertThat(script(jitsi(Map.of())).code()).isEqualTo("script_unreachable");
  }

  @Test
  void aScriptOfAnotherOriginWouldNotBeLetIn() throws Exception {
    var other = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.setHttpsConfigurator(new HttpsConfigurator(keys().server()));
    other.createContext("/", exchange -> send(exchange, 200, SCRIPT));
    other.start();
    String origin = "https://127.0.0.1:" + other.getAddress().getPort();
    status = 301;
    headers.put("Location", origin + "/x.js");
    try {
      assertThat(script(jitsi(Map.of())))
          .isEqualTo(new Check("script", false, "script_elsewhere", origin));
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aCertificateThatIsNotBelievedIsToldSo() throws Exception {
    ProviderTest test = test("jitsi", Map.of("OPTIMA_JITSI_DOMAIN", domain()), new OwnServers());

    assertThat(codes(test)).containsExactly("anonymous", "script_tls");
    assertThat(test.ok()).isFalse();
    assertThat(asked).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsToldSo() throws Exception {
    Map<String, String> settings = Map.of("OPTIMA_JITSI_DOMAIN", domain());
    server().stop(0);

    assertThat(codes(test("jitsi", settings, trusting())))
        .containsExactly("anonymous", "script_unreachable");
  }

  @Test
  void aServerThatSaysTooMuchIsNotReadToItsEnd() throws Exception {
    body = "x".repeat(9 << 20) + SCRIPT;

    assertThat(script(jitsi(Map.of())).code()).isEqualTo("script_not_api");
  }

  @Test
  void whatForbidsTheFrameIsNamed() throws Exception {
    headers.put("X-Frame-Options", "SAMEORIGIN");
    assertThat(jitsi(Map.of()).checks().getLast())
        .isEqualTo(new Check("frame", false, "frame_blocked", "X-Frame-Options: SAMEORIGIN"));
    headers.clear();
    frameStatus = 404;
    assertThat(jitsi(Map.of()).checks().getLast())
        .isEqualTo(new Check("frame", false, "frame_missing", "404"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | - | true",
        "- | DENY | false",
        "- | sameorigin | false",
        "default-src 'self' | - | true",
        "frame-ancestors * | DENY | true",
        "frame-ancestors 'none' | - | false",
        "frame-ancestors 'self' | - | false",
        "default-src x; Frame-Ancestors https: | - | true",
        "frame-ancestors https://optima.example | - | true",
        "frame-ancestors optima.example | - | true",
        "frame-ancestors optima.example:8443 | - | false",
        "frame-ancestors optima.example:* | - | true",
        "frame-ancestors *.example | - | true",
        "frame-ancestors *.optima.example | - | false",
        "frame-ancestors http://optima.example/x | - | true",
        "frame-ancestors https://a.example https://optima.example | - | true",
        "frame-ancestors *, frame-ancestors 'none' | - | false",
      })
  void framesAreJudgedAsBrowsersDo(
      @Nullable String policy, @Nullable String options, boolean shown) {
    Headers.Builder said = new Headers.Builder();
    if (policy != null) {
      said.add("Content-Security-Policy", policy);
    }
    if (options != null) {
      said.add("X-Frame-Options", options);
    }
    var answer =
        new OwnServers.Answer(HttpUrl.get("https://meet.example/room"), 200, "", said.build());

    assertThat(FrameRules.hindrance(answer, URI.create("https://optima.example")) == null)
        .isEqualTo(shown);
  }

  @Test
  void linksAndTheBuiltInOneAreSeenToo() throws Exception {
    assertThat(
            test("link", Map.of("OPTIMA_LINK_TEMPLATE", "https://v.example/{room}"), trusting())
                .checks())
        .singleElement()
        .satisfies(check -> assertThat(check.code()).isEqualTo("link_ok"))
        .satisfies(check -> assertThat(check.detail()).startsWith("https://v.example/optima-call"));
    assertThat(codes(test("direct", Map.of(), trusting()))).containsExactly("ice_none");
    assertThat(codes(test("direct", Map.of("OPTIMA_ICE_SERVERS", "stun:s.example"), trusting())))
        .containsExactly("ice_stun_only");
    Map<String, String> turn =
        Map.of("OPTIMA_ICE_SERVERS", "turn:t.example", "OPTIMA_TURN_SECRET", "canary");
    assertThat(test("direct", turn, trusting()).checks())
        .containsExactly(new Check("ice", true, "ice_ok", "turn:t.example"));
  }

  private ProviderTest jitsi(Map<String, String> more) throws Exception {
    asked.clear();
    Map<String, String> settings = new HashMap<>(more);
    settings.put("OPTIMA_JITSI_DOMAIN", domain());
    return test("jitsi", settings, trusting());
  }

  private ProviderTest test(String name, Map<String, String> settings, OwnServers servers)
      throws ConfigException {
    BackendConfig config = BackendConfig.read(null, settings);
    URI own = URI.create("https://console.optima.example");
    InstantSource clock = () -> Instant.now().minusSeconds(ahead);
    Providers providers =
        Providers.of(
            config.providers(),
            new CallPage(() -> own, new Tickets(new byte[32]), clock),
            new IceConfig(
                config.ice().servers(), config.ice().turnSecret().orElse(null), Duration.ZERO));
    return new SelfTest(servers, () -> own, clock).of(providers.find(name).orElseThrow());
  }

  private static OwnServers trusting() throws Exception {
    return OwnServers.trusting(keys().client(), keys().trust());
  }

  private static LoopbackKeys keys() throws Exception {
    LoopbackKeys known = keys == null ? new LoopbackKeys(folder) : keys;
    keys = known;
    return known;
  }

  private HttpsServer server() {
    return Objects.requireNonNull(server);
  }

  private String domain() {
    return "127.0.0.1:" + server().getAddress().getPort();
  }

  private static List<String> codes(ProviderTest test) {
    return test.checks().stream().map(Check::code).toList();
  }

  private static Check script(ProviderTest test) {
    return test.checks().get(1);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean script = path.endsWith(".js");
    send(exchange, script ? status : frameStatus, script ? body : "<!doctype html>");
  }

  private static void send(HttpExchange exchange, int code, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(code, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      if (bytes.length < 1 << 20) {
        throw e;
      }
    }
  }
}
