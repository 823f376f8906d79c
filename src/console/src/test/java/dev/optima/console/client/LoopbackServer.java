package dev.optima.console.client;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// What answers at an address on this machine: as an Optima does, unless it is told otherwise.
public final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final boolean secure;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  /// What is answered.
  ///
  /// @param to where it leads, or empty
  public record Answer(int status, String body, String to) {}

  /// @param tls null for a server without
  public LoopbackServer(@Nullable SSLContext tls) throws Exception {
    this(tls, false);
  }

  /// One that wants to know by a certificate who asks.
  public static LoopbackServer forKnownComputers(SSLContext tls) throws Exception {
    return new LoopbackServer(tls, true);
  }

  private LoopbackServer(@Nullable SSLContext tls, boolean asksBack) throws Exception {
    secure = tls != null;
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (tls == null) {
      server = HttpServer.create(any, 0);
    } else {
      HttpsServer https = HttpsServer.create(any, 0);
      https.setHttpsConfigurator(
          new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters of) {
              SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
              wanted.setNeedClientAuth(asksBack);
              of.setSSLParameters(wanted);
            }
          });
      server = https;
    }
    tells("0.1.0");
    answer("/manifest.webmanifest", new Answer(200, "{\"name\":\"Kuzey Yazılım\"}", ""));
    server.createContext(
        "/",
        exchange -> {
          Answer answer =
              answers.getOrDefault(
                  exchange.getRequestURI().getPath(), new Answer(404, "nothing", ""));
          if (!answer.to().isEmpty()) {
            exchange.getResponseHeaders().set("Location", answer.to());
          }
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// Says that it has this version.
  public void tells(String version) {
    answer(
        "/api/openapi.json",
        new Answer(200, "{\"info\":{\"title\":\"Optima\",\"version\":\"" + version + "\"}}", ""));
  }

  public void answer(String path, Answer answer) {
    answers.put(path, answer);
  }

  public ServerAddress address() {
    return ServerAddress.of(
        URI.create((secure ? "https" : "http") + "://127.0.0.1:" + server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
