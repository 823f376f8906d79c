package dev.optima.console.surface;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves the test pages on 127.0.0.1, which also answers as `localhost`: another origin.
final class PageServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private long frames;
  private String size = "";

  PageServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI page(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
  }

  /// Where it also answers: another origin, and on another site.
  Origin neighbour() {
    return new Origin("http", "localhost", server.getAddress().getPort());
  }

  /// `host path` of each request so far.
  List<String> asked() {
    return List.copyOf(asked);
  }

  /// Waits until a page says that it decodes pictures.
  void awaitFrames(ProcessHandle by) throws InterruptedException {
    synchronized (asked) {
      while (frames < 30) {
        if (!by.isAlive()) {
          throw new IllegalStateException("it ended before it showed anything");
        }
        asked.wait(1_000);
      }
    }
  }

  long framesDecoded() {
    synchronized (asked) {
      return frames;
    }
  }

  /// Of the pictures that the page decodes.
  String size() {
    synchronized (asked) {
      return size;
    }
  }

  void forgetFrames() {
    synchronized (asked) {
      frames = 0;
    }
  }

  /// `count=…&size=…`
  private void heard(String query) {
    String[] parts = query.split("[=&]", -1);
    synchronized (asked) {
      frames = Long.parseLong(parts[1]);
      size = parts[3];
      asked.notifyAll();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
    asked.add(host + " " + path);
    exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
    switch (path) {
      case "/loopback.html", "/controls.html", "/room.html", "/provider.html", "/gradient.html" -> {
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        reply(exchange, 200, resource(path.substring(1)));
      }
      case "/speaking" -> {
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        String script =
            "optimaHost({request: JSON.stringify({type: 'state', state: 'failed', reason: 'from a"
                + " frame'}), onSuccess: () => parent.note('frame heard'), onFailure: (code) =>"
                + " parent.note('frame refused ' + code)})";
        reply(
            exchange,
            200,
            ("<!doctype html><script>" + script + "</script>").getBytes(StandardCharsets.UTF_8));
      }
      case "/file" -> {
        exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=file.bin");
        exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
        reply(exchange, 200, new byte[100_000]);
      }
      case "/frames" -> {
        heard(exchange.getRequestURI().getQuery());
        reply(exchange, 200, new byte[0]);
      }
      case "/open", "/other" -> reply(exchange, 200, "open".getBytes(StandardCharsets.UTF_8));
      default -> reply(exchange, 404, "nothing here".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PageServer.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
