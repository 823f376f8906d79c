package dev.optima.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.LoopbackAuthority.Kind;
import dev.optima.console.client.LoopbackServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is found at a server's address, on real servers with real, and really bad, certificates.
class ServerCheckTest {
  @TempDir static Path folder;

  private static LoopbackAuthority authority;
  private static HttpExchange http;

  @BeforeAll
  static void make() throws Exception {
    authority = new LoopbackAuthority(folder);
    http = authority.trusting();
  }

  @AfterAll
  static void close() {
    http.close();
  }

  private static ServerFinding check(ServerAddress address) {
    return new ServerCheck(http, "0.1.0-SNAPSHOT").check(address, Instant.now());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void saysWhatIsWrongWithACertificate(Kind kind) throws Exception {
    try (LoopbackServer server = new LoopbackServer(authority.server(kind))) {
      ServerFinding found = check(server.address());
      switch (kind) {
        case GOOD ->
            assertThat(found).isEqualTo(new ServerFinding.Optima("Kuzey Yazılım", "0.1.0"));
        case EXPIRED ->
            assertThat(found)
                .isInstanceOfSatisfying(
                    ServerFinding.Expired.class,
                    expired -> assertThat(expired.on()).isBetween(days(-16), days(-14)));
        case NOT_YET ->
            assertThat(found)
                .isInstanceOfSatisfying(
                    ServerFinding.NotYetValid.class,
                    early -> assertThat(early.from()).isBetween(days(4), days(6)));
        case FOR_OTHERS ->
            assertThat(found)
                .isEqualTo(
                    new ServerFinding.ForOthers(List.of("mail.kuzey.example", "kuzey.example")));
        case STRANGE ->
            assertThat(found).isEqualTo(new ServerFinding.SignedByStranger("Corp Inspection CA"));
        case BY_ITSELF -> assertThat(found).isEqualTo(new ServerFinding.SignedByStranger(null));
      }
    }
  }

  private static Instant days(int from) {
    return Instant.now().plusSeconds(from * 86_400L);
  }

  @Test
  void saysThatAPortSpeaksNoTls() throws Exception {
    try (LoopbackServer plain = new LoopbackServer(null)) {
      String secure = plain.address().toString().replace("http:", "https:");
      assertThat(check(ServerAddress.of(URI.create(secure)))).isEqualTo(new ServerFinding.NoTls());
      assertThat(check(plain.address())).isInstanceOf(ServerFinding.Optima.class);
    }
  }

  @Test
  void doesNotBlameTheNameWhereTheServerAsksForACertificateOfThisComputer() throws Exception {
    try (LoopbackServer server = LoopbackServer.forKnownComputers(authority.server(Kind.GOOD))) {
      assertThat(check(server.address())).isEqualTo(new ServerFinding.TlsFails());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.9, Optima",
    "0.0.4, ServerTooOld",
    "0.2.0, ConsoleTooOld",
    "1.0.0, ConsoleTooOld",
    "somewhat new, Optima"
  })
  void tellsWhetherTheVersionsFit(String version, String expected) throws Exception {
    try (LoopbackServer server = new LoopbackServer(null)) {
      server.tells(version);
      assertThat(check(server.address()).getClass().getSimpleName()).isEqualTo(expected);
      assertThat(new ServerCheck(http, "development").check(server.address(), Instant.now()))
          .isInstanceOf(ServerFinding.Optima.class);
    }
  }

  @Test
  void releasesBeforeTheFirstDifferByTheSecondNumberAndLaterByTheFirst() {
    Release one = Release.of("1.4.2").orElseThrow();
    assertThat(one.against(Release.of("1.9").orElseThrow())).isZero();
    assertThat(one.against(Release.of("2.0.0").orElseThrow())).isNegative();
    assertThat(one.against(Release.of("0.9.0").orElseThrow())).isPositive();
    assertThat(Release.of("development")).isEmpty();
    assertThat(Release.of("99999999999.1")).isEmpty();
  }

  @Test
  void tellsOtherServersFromOurs() throws Exception {
    try (LoopbackServer server = new LoopbackServer(null)) {
      Map<Answer, ServerFinding> found =
          Map.of(
              new Answer(200, "<html>hello</html>", ""),
              new ServerFinding.NotOptima(),
              new Answer(200, "null", ""),
              new ServerFinding.NotOptima(),
              new Answer(404, "{\"info\":{\"title\":\"Optima\"}}", ""),
              new ServerFinding.NotOptima(),
              new Answer(502, "", ""),
              new ServerFinding.Unwell(502),
              new Answer(407, "", ""),
              new ServerFinding.ProxyRefuses(),
              new Answer(302, "", "https://login.hotel.example:8443/x?y"),
              new ServerFinding.SentOn("https://login.hotel.example:8443"),
              new Answer(301, "", "https://optima.example.org/api/openapi.json"),
              new ServerFinding.SentOn("https://optima.example.org"));
      found.forEach(
          (answer, expected) -> {
            server.answer("/api/openapi.json", answer);
            assertThat(check(server.address())).isEqualTo(expected);
          });
    }
  }

  @Test
  void tellsWhyThereIsNoAnswer() throws Exception {
    int free;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = taken.getLocalPort();
    }
    assertThat(check(ServerAddress.of(URI.create("http://127.0.0.1:" + free))))
        .isEqualTo(new ServerFinding.NothingThere());
    assertThat(check(ServerAddress.of(URI.create("https://no-such-host.invalid"))))
        .isEqualTo(new ServerFinding.UnknownName());
  }

  @Test
  void tellsAServerOfAnotherProtocol() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greet(other));
      assertThat(check(ServerAddress.of(URI.create("http://127.0.0.1:" + other.getLocalPort()))))
          .isEqualTo(new ServerFinding.NotOptima());
    }
  }

  @Test
  void saysThatItIsTheEncryptionWhereAServerHangsUpInIt() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUp(other));
      assertThat(check(ServerAddress.of(URI.create("https://127.0.0.1:" + other.getLocalPort()))))
          .isEqualTo(new ServerFinding.TlsFails());
    }
  }

  /// Until the test closes it.
  private static void hangUp(ServerSocket other) {
    try {
      while (true) {
        try (Socket socket = other.accept()) {
          socket.setSoLinger(true, 0);
          socket.getInputStream().read();
        }
      }
    } catch (IOException e) {
      assertThat(other.isClosed()).isTrue();
    }
  }

  private static void greet(ServerSocket other) {
    try (Socket socket = other.accept()) {
      socket.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readNBytes(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void trustsWhomTheSystemTrusts() throws Exception {
    Path bundle = folder.resolve("bundle.crt");
    ByteArrayOutputStream pem = new ByteArrayOutputStream();
    pem.write("# Kuzey\n-----BEGIN CERTIFICATE-----\n".getBytes(StandardCharsets.US_ASCII));
    pem.write(Base64.getMimeEncoder().encode(authority.known().getEncoded()));
    pem.write("\n-----END CERTIFICATE-----\n".getBytes(StandardCharsets.US_ASCII));
    Files.write(bundle, pem.toByteArray());
    Path missing = folder.resolve("missing.crt");
    assertThat(SystemTrust.system("Linux", List.of(missing, bundle)))
        .containsExactly(authority.known());
    assertThat(SystemTrust.system("Linux", List.of(missing))).isEmpty();
    Path broken = Files.writeString(folder.resolve("broken.crt"), "-----BEGIN CERTIFICATE-----\nx");
    assertThat(SystemTrust.system("Linux", List.of(broken))).isEmpty();
    // Elsewhere there are no such stores, which costs those alone.
    assertThat(SystemTrust.system("Windows 11", List.of())).isEmpty();
    assertThat(SystemTrust.system("Mac OS X", List.of())).isEmpty();
    assertThat(SystemTrust.ofThisComputer().manager().getAcceptedIssuers()).isNotEmpty();
  }
}
