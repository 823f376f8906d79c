package dev.optima.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/// Serves the pages as the backend does: the same addresses, the same Content-Security-Policy.
final class PageServer implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final HttpServer server;

  PageServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// `http://127.0.0.1:<port>`.
  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String resource =
        path.equals("/a") || path.startsWith("/a/")
            ? "/pages/applicant/index.html"
            : path.startsWith("/call/") ? "/pages/call/index.html" : path;
    try (InputStream in = PageServer.class.getResourceAsStream(resource);
        exchange) {
      if (in == null || resource.endsWith("/") || !resource.startsWith("/pages/")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = in.readAllBytes();
      String host = "127.0.0.1:" + server.getAddress().getPort();
      var headers = exchange.getResponseHeaders();
      headers.set(
          "Content-Type",
          TYPES.getOrDefault(
              resource.substring(resource.lastIndexOf('.') + 1), "application/octet-stream"));
      headers.set(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
              + " media-src 'self' blob:; font-src 'self'; connect-src 'self' ws://"
              + host
              + " wss://"
              + host
              + "; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cache-Control", "no-cache");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /// What a resource says, as text.
  static String resource(String path) {
    try (InputStream in = PageServer.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no such resource: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
