package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.message.Role;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS, and a certificate that is renewed while the server runs.
class CertificateTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path directory;

  @Test
  void theWholeServerSpeaksTls() throws Exception {
    KeyStore store = pair("one", "cert.pem", "key.pem");
    Map<String, String> environment =
        Map.of(
            "OPTIMA_TLS_CERTIFICATE", directory.resolve("cert.pem").toString(),
            "OPTIMA_TLS_KEY", directory.resolve("key.pem").toString());

    try (Backend backend = new Backend(directory.resolve("data"), environment)) {
      backend.account("rec@x.org", Role.RECRUITER);
      assertThat(backend.address().getScheme()).isEqualTo("https");
      HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build();
      HttpResponse<String> page = get(client, backend.address().resolve("/a"));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("wss://127.0.0.1:" + backend.address().getPort());
      client.shutdownNow();
    }
  }

  @Test
  void aChangedCertificateIsTakenAndABadOneIsNot() throws Exception {
    KeyStore first = pair("one", "cert.pem", "key.pem");
    Vertx vertx = Vertx.vertx();
    try {
      Certificate certificate =
          new Certificate(
              directory.resolve("cert.pem"), directory.resolve("key.pem"), Duration.ofMillis(50));
      HttpServerOptions options = new HttpServerOptions();
      certificate.addTo(options);
      HttpServer server =
          vertx
              .createHttpServer(options)
              .requestHandler(request -> request.response().end("here"))
              .listen(0, "127.0.0.1")
              .await(60, TimeUnit.SECONDS);
      certificate.watch(vertx, List.of(server));
      assertThat(serial(first, server.actualPort())).isEqualTo(serial(first));

      Files.writeString(directory.resolve("cert.pem"), "not a certificate");
      KeyStore second = pair("two", "new-cert.pem", "new-key.pem");
      Files.move(
          directory.resolve("new-key.pem"),
          directory.resolve("key.pem"),
          StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          directory.resolve("new-cert.pem"),
          directory.resolve("cert.pem"),
          StandardCopyOption.REPLACE_EXISTING);

      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!isServed(second, server.actualPort()) && System.nanoTime() < end) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
      assertThat(serial(second, server.actualPort())).isEqualTo(serial(second));
    } finally {
      vertx.close().await(60, TimeUnit.SECONDS);
    }
  }

  private static boolean isServed(KeyStore store, int port) {
    try {
      return serial(store, port).equals(serial(store));
    } catch (Exception e) {
      return false;
    }
  }

  /// The serial number of what is served to somebody who trusts this one.
  private static BigInteger serial(KeyStore store, int port) throws Exception {
    try (SSLSocket socket =
        (SSLSocket) trusting(store).getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.setSoTimeout(5_000);
      socket.startHandshake();
      return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
    }
  }

  private static BigInteger serial(KeyStore store) throws Exception {
    return ((X509Certificate) store.getCertificate("optima")).getSerialNumber();
  }

  private static HttpResponse<String> get(HttpClient client, URI uri) throws Exception {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static SSLContext trusting(KeyStore store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("optima", store.getCertificate("optima"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /// Makes a pair with the JDK's own tool and writes it as PEM.
  private KeyStore pair(String name, String certificate, String key) throws Exception {
    Path file = directory.resolve(name + ".p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "optima",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(tool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    pem(certificate, "CERTIFICATE", store.getCertificate("optima").getEncoded());
    pem(key, "PRIVATE KEY", store.getKey("optima", PASSWORD).getEncoded());
    return store;
  }

  private void pem(String file, String type, byte[] content) throws IOException {
    Files.writeString(
        directory.resolve(file),
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(type, Base64.getMimeEncoder().encodeToString(content), type));
  }
}
