package dev.optima.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What the peer answers over HTTPS: the script, the frame, and the line of each frame to the test.
final class PeerServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long BEAT_MILLIS = 200;

  private final ScriptedJitsi jitsi;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  PeerServer(ScriptedJitsi jitsi, LoopbackCertificate certificate, int port)
      throws IOException, GeneralSecurityException {
    this.jitsi = jitsi;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.endsWith("/external_api.js")) {
        script(exchange);
      } else if (path.startsWith("/scripted/")) {
        line(exchange, path.substring("/scripted/".length()));
      } else {
        frame(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void script(HttpExchange exchange) throws IOException, InterruptedException {
    switch (jitsi.trouble()) {
      case NO_SCRIPT -> send(exchange, 404, "text/plain", new byte[0]);
      case ODD_SCRIPT -> send(exchange, 200, "text/javascript", bytes("window.Other = 1;"));
      case LATE_SCRIPT -> {
        jitsi.awaitScript();
        send(exchange, 200, "text/javascript", script());
      }
      default -> send(exchange, 200, "text/javascript", script());
    }
  }

  private static byte[] script() throws IOException {
    String real = System.getProperty("optima.jitsi.script", "");
    return real.isEmpty() ? resource("external_api.js") : Files.readAllBytes(Path.of(real));
  }

  private void frame(HttpExchange exchange) throws IOException {
    switch (jitsi.trouble()) {
      case NO_FRAMES -> exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
      case NO_ANCESTORS ->
          exchange.getResponseHeaders().set("Content-Security-Policy", "frame-ancestors 'none'");
      default -> {} // Any page may hold it, as with a Jitsi that is set up so.
    }
    send(exchange, 200, "text/html; charset=utf-8", resource("frame.html"));
  }

  private void line(HttpExchange exchange, String what) throws IOException, InterruptedException {
    String name = what.substring(0, Math.max(what.indexOf('/'), 0));
    Frame frame = jitsi.frame(what.substring(what.indexOf('/') + 1));
    if (what.equals("open")) {
      send(exchange, 200, "text/plain", bytes(jitsi.open(body(exchange)).id()));
    } else if (frame == null) {
      file(exchange, what);
    } else if (name.equals("orders")) {
      orders(exchange, frame);
    } else if (name.equals("told")) {
      jitsi.hear(frame, body(exchange));
      send(exchange, 204, "text/plain", new byte[0]);
    } else {
      send(exchange, 404, "text/plain", new byte[0]);
    }
  }

  private static void file(HttpExchange exchange, String name) throws IOException {
    switch (name) {
      case "frame.js" -> send(exchange, 200, "text/javascript", resource(name));
      case "frame.css" -> send(exchange, 200, "text/css", resource(name));
      default -> send(exchange, 404, "text/plain", new byte[0]);
    }
  }

  /// Gives the frame what it is to say, until it is no more.
  private void orders(HttpExchange exchange, Frame frame) throws InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    try {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      while (true) {
        JsonNode order = frame.next(BEAT_MILLIS);
        out.write(bytes(order == null ? ":\n\n" : "data: " + order + "\n\n"));
        out.flush();
      }
    } catch (IOException e) {
      jitsi.gone(frame); // That is how one hears of it.
    }
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    return JSON.readTree(exchange.getRequestBody());
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PeerServer.class.getResourceAsStream("/scripted/" + name)) {
      if (in == null) {
        throw new IOException("no " + name);
      }
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
