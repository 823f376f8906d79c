package dev.optima.console.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.console.client.ApiException.Kind;
import dev.optima.console.i18n.Message;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.message.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// REST against a real server in this process.
class ApiClientTest {
  private final HttpExchange http = HttpExchange.standard();
  private ScriptedBackend backend;
  private ApiClient nobody;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    nobody = ApiClient.anonymous(http, backend.address());
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void signsIn() throws Exception {
    assertThat(nobody.signIn("elif@example.org", ScriptedBackend.PASSWORD).token())
        .isEqualTo(ScriptedBackend.TOKEN);
    assertThat(nobody.as(ScriptedBackend.TOKEN).me().name()).isEqualTo("Elif Kaya");
  }

  @Test
  void tellsAWrongPasswordByItsCode() {
    ApiException refused = failure(() -> nobody.signIn("elif@example.org", "guess"));
    assertThat(refused.is(ErrorCode.BAD_CREDENTIALS)).isTrue();
    assertThat(ApiFailures.explain(refused)).isEqualTo(Message.of("error.badCredentials"));
  }

  @Test
  void tellsHowLongToWait() {
    backend.script("POST /api/sessions", Answer.problem(429, ErrorCode.RATE_LIMITED, 30L));
    ApiException refused = failure(() -> nobody.signIn("elif@example.org", "guess"));
    assertThat(ApiFailures.explain(refused)).isEqualTo(Message.of("error.rateLimited", 30L));
  }

  @Test
  void knowsAnUnreachableServer() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    ApiClient gone =
        ApiClient.anonymous(http, ServerAddress.of(URI.create("http://127.0.0.1:" + free)));
    assertThat(failure(gone::me).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void knowsASilentServer() throws Exception {
    var second = Duration.ofSeconds(1);
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        HttpExchange impatient = HttpExchange.withTimeouts(second, second)) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      ApiClient waiting = ApiClient.anonymous(impatient, ServerAddress.of(address));
      assertThat(failure(waiting::me).kind()).isEqualTo(Kind.TIMEOUT);
    }
  }

  @Test
  void knowsAServerThatSpeaksNoTls() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket caller = plain.accept()) {
                  caller
                      .getOutputStream()
                      .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                  caller.getInputStream().readAllBytes();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      URI address = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      try (HttpExchange patient = HttpExchange.standard()) {
        ApiException refused = failure(ApiClient.anonymous(patient, ServerAddress.of(address))::me);
        assertThat(refused.kind()).isEqualTo(Kind.TLS);
        assertThat(ApiFailures.explain(refused)).isEqualTo(Message.of("error.tls"));
      }
    }
  }

  @Test
  void knowsAServerThatIsNotOptima() {
    backend.script(
        "GET /api/sessions/current", new Answer(200, "text/html", "<html>A router</html>"));
    assertThat(failure(() -> nobody.as("x").me()).kind()).isEqualTo(Kind.NOT_OPTIMA);
    backend.script("GET /api/sessions/current", new Answer(502, "text/html", "Bad gateway"));
    assertThat(failure(() -> nobody.as("x").me()).kind()).isEqualTo(Kind.NOT_OPTIMA);
  }

  @Test
  void refusesToRunOnTheFxThread() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread fx =
        Thread.ofPlatform()
            .name("JavaFX Application Thread")
            .start(
                () -> {
                  try {
                    nobody.me();
                  } catch (Exception e) {
                    thrown.set(e);
                  }
                });
    fx.join();
    assertThat(thrown.get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FX thread");
    assertThat(backend.requests()).isEmpty();
  }

  @Test
  void neverTellsSecrets() {
    ApiException refused = failure(() -> nobody.signIn("elif@example.org", "hunter-2"));
    assertThat(refused.toString()).doesNotContain("hunter-2");
    assertThatThrownBy(() -> nobody.as("ost_secret").me())
        .satisfies(e -> assertThat(e.toString()).doesNotContain("ost_secret"));
  }

  private static ApiException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    ApiException thrown = catchThrowableOfType(ApiException.class, call);
    assertThat(thrown).isNotNull();
    return thrown;
  }
}
