package dev.optima.pages;

import dev.optima.protocol.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Serves the pages as the backend does: the same addresses, the same Content-Security-Policy. A
/// scripted backend may answer behind it, for browsers and workers that no test can lead aside.
final class PageServer implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webmanifest", "application/manifest+json");

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private volatile @Nullable ScriptedBackend backend;
  volatile WorkerFile worker = new WorkerFile("one");

  /// Where a Jitsi is that the call page may hold, as `https://host:port`; else empty.
  volatile String jitsi = "";

  PageServer() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .webSocketHandler(this::connect)
            .listen(0, "127.0.0.1")
            .await();
  }

  /// `http://127.0.0.1:<port>`.
  String origin() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /// Lets this backend answer from now on; null for none.
  void serve(@Nullable ScriptedBackend backend) {
    this.backend = backend;
  }

  private void connect(ServerWebSocket socket) {
    ScriptedBackend answering = backend;
    Line line = new SocketLine(socket);
    if (answering == null || !answering.opened(line)) {
      socket.close();
      return;
    }
    socket.textMessageHandler(text -> answering.hear(line, text));
    socket.closeHandler(closed -> answering.closed(line));
  }

  private void answer(HttpServerRequest request) {
    if (request.path().startsWith("/api/")) {
      request.body().onSuccess(body -> script(request, body));
    } else {
      file(request);
    }
  }

  private void script(HttpServerRequest request, Buffer body) {
    var headers = new HashMap<String, String>();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(), value));
    ScriptedBackend answering = backend;
    var asked = new Asked(request.method().name(), request.absoluteURI(), body.getBytes(), headers);
    Optional<ScriptedBackend.Answer> answer =
        answering == null ? Optional.empty() : answering.reply(asked);
    answer.ifPresentOrElse(
        given -> {
          HttpServerResponse response = request.response().setStatusCode(given.status());
          switch (given.body()) {
            case null -> response.end();
            case byte[] picture ->
                response.putHeader("Content-Type", "image/png").end(Buffer.buffer(picture));
            case Object said ->
                response.putHeader("Content-Type", "application/json").end(Json.write(said));
          }
        },
        () -> request.connection().close());
  }

  private void file(HttpServerRequest request) {
    ScriptedBackend answering = backend;
    if (answering != null && answering.down) {
      request.connection().close();
      return;
    }
    String path = request.path();
    byte[] content = content(path);
    if (content == null) {
      request.response().setStatusCode(404).end();
      return;
    }
    boolean isPage = path.equals("/a") || path.matches("/(a|b|m|call)/.*");
    String name = isPage ? "html" : path;
    request
        .response()
        .putHeader(
            "Content-Type",
            TYPES.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"))
        .putHeader("Content-Security-Policy", policy(path.startsWith("/call/") ? " " + jitsi : ""))
        .putHeader("Permissions-Policy", permissions())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-cache")
        .end(Buffer.buffer(content));
  }

  private byte @Nullable [] content(String path) {
    if (path.equals("/a") || path.startsWith("/a/")) {
      return bytes("/pages/applicant/index.html");
    }
    if (path.startsWith("/m/")) {
      return bytes("/pages/meeting/index.html");
    }
    if (path.startsWith("/b/")) {
      return bytes("/pages/booking/index.html");
    }
    if (path.startsWith("/call/")) {
      return bytes("/pages/call/index.html");
    }
    return switch (path) {
      case "/sw.js" -> worker.script().getBytes(StandardCharsets.UTF_8);
      case "/manifest.webmanifest" -> WorkerFile.MANIFEST.getBytes(StandardCharsets.UTF_8);
      default -> path.startsWith("/pages/") && !path.endsWith("/") ? bytes(path) : null;
    };
  }

  private String permissions() {
    String who = jitsi.isEmpty() ? "(self)" : "(self \"" + jitsi + "\")";
    return Stream.of(
            "camera",
            "microphone",
            "display-capture",
            "autoplay",
            "fullscreen",
            "speaker-selection")
        .map(what -> what + "=" + who)
        .collect(Collectors.joining(", "));
  }

  private String policy(String more) {
    String host = "127.0.0.1:" + server.actualPort();
    return "default-src 'none'; script-src 'self'"
        + more
        + "; style-src 'self'; img-src 'self' data: blob:;"
        + " media-src 'self' blob: mediastream:; font-src 'self'; manifest-src 'self';"
        + " worker-src 'self'; connect-src 'self' ws://"
        + host
        + " wss://"
        + host
        + "; frame-src 'self'"
        + more
        + "; frame-ancestors 'self'; base-uri 'none'; form-action 'none';"
        + " object-src 'none'";
  }

  private static byte @Nullable [] bytes(String path) {
    try (InputStream in = PageServer.class.getResourceAsStream(path)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a resource says, as text.
  static String resource(String path) {
    byte[] content = bytes(path);
    if (content == null) {
      throw new IllegalArgumentException("no such resource: " + path);
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    vertx.close().await();
  }

  private record SocketLine(ServerWebSocket socket) implements Line {
    @Override
    public void send(String text) {
      socket.writeTextMessage(text);
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
