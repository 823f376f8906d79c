package dev.optima.backend.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificate of the server: read at the start, and again when its files change, without a
/// restart. A pair that cannot be used leaves the old one in place.
public final class Certificate {
  private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);
  private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");

  private record Pair(Buffer chain, Buffer key) {
    PemKeyCertOptions options() {
      return new PemKeyCertOptions().addCertValue(chain).addKeyValue(key);
    }

    @Override
    public String toString() {
      return "Pair";
    }
  }

  private final Path chain;
  private final Path key;
  private final Duration interval;
  private volatile Pair present;

  /// @param interval how often to look for a change
  public Certificate(Path chain, Path key, Duration interval) {
    this.chain = chain;
    this.key = key;
    this.interval = interval;
    this.present = read();
  }

  void addTo(HttpServerOptions options) {
    options
        .setSsl(true)
        .setUseAlpn(true)
        .setEnabledSecureTransportProtocols(PROTOCOLS)
        .setKeyCertOptions(present.options());
  }

  void watch(Vertx vertx, List<HttpServer> servers) {
    vertx.setPeriodic(
        interval.toMillis(),
        id ->
            vertx
                .executeBlocking(this::read, false)
                .onFailure(e -> LOG.warn("the certificate cannot be read: {}", e.getMessage()))
                .onSuccess(pair -> renew(pair, servers)));
  }

  private void renew(Pair pair, List<HttpServer> servers) {
    if (pair.equals(present)) {
      return;
    }
    present = pair;
    ServerSSLOptions options = new ServerSSLOptions();
    options.setUseAlpn(true);
    options.setEnabledSecureTransportProtocols(PROTOCOLS);
    options.setKeyCertOptions(pair.options());
    for (HttpServer server : servers) {
      server
          .updateSSLOptions(options)
          .onSuccess(changed -> LOG.info("the certificate was renewed"))
          .onFailure(
              e ->
                  LOG.warn(
                      "the new certificate is not usable, the old one stays: {}", e.getMessage()));
    }
  }

  private Pair read() {
    try {
      return new Pair(
          Buffer.buffer(Files.readAllBytes(chain)), Buffer.buffer(Files.readAllBytes(key)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
