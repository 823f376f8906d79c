package dev.optima.backend.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A scripted push service on this machine, not a real one: it answers what a test has it answer
/// and keeps what it was given. No browser hangs on it; a test reads the bodies with [Browser].
public final class ScriptedPushService implements AutoCloseable {
  private final HttpServer server;
  private final BlockingQueue<Pushed> pushed = new LinkedBlockingQueue<>();
  private volatile Function<Pushed, Integer> script = push -> 201;

  /// What it was given.
  public record Pushed(String path, Map<String, String> headers, byte[] body) {}

  public ScriptedPushService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  /// What `push.hosts` has to name.
  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public Browser browser(String name) {
    return new Browser(origin() + "/push/" + name);
  }

  /// With what status to answer.
  public void answer(Function<Pushed, Integer> script) {
    this.script = script;
  }

  /// The next that it was given, or null if there is none in this time.
  public @Nullable Pushed next(long millis) throws InterruptedException {
    return pushed.poll(millis, TimeUnit.MILLISECONDS);
  }

  /// The next that it was given.
  public Pushed next() throws InterruptedException {
    Pushed one = next(10_000);
    if (one == null) {
      throw new AssertionError("nothing was pushed");
    }
    return one;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      Pushed one =
          new Pushed(
              exchange.getRequestURI().getPath(),
              headers,
              exchange.getRequestBody().readAllBytes());
      int status = script.apply(one);
      pushed.add(one);
      if (status >= 300 && status < 400) {
        exchange.getResponseHeaders().add("Location", origin() + "/elsewhere");
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
