package dev.optima.backend.calendar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A real server on this machine with calendars on it.
final class ScriptedCalendars implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile @Nullable String login;

  /// What it answers; with an `ETag` it knows what is unchanged.
  record Answer(int status, String body, Map<String, String> headers) {}

  ScriptedCalendars() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", this::handle);
    server.start();
  }

  /// The address of a path.
  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// Lets in only who says this `Authorization`.
  void demand(@Nullable String authorization) {
    login = authorization;
  }

  /// @param question method and path
  void on(String question, int status, String body, String... headers) {
    Map<String, String> all = new ConcurrentHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    answers.put(question, new Answer(status, body, all));
  }

  /// All that was asked, since the last time that this was: method, path, depth of each.
  List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String question = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String kind = body.contains("free-busy-query") ? " busy" : "";
    asked.add(question + kind);
    Answer answer = answers.get(question + kind);
    if (login != null && !login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer = new Answer(401, "", Map.of());
    } else if (answer == null) {
      answer = new Answer(404, "", Map.of());
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    String tag = answer.headers().get("ETag");
    boolean unchanged =
        tag != null && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    byte[] bytes = unchanged ? new byte[0] : answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        unchanged ? 304 : answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
