package dev.optima.acceptance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// REST as somebody: with a token, or with an applicant's cookie, or as nobody.
public final class Rest {
  /// The applicant's session cookie.
  public static final String COOKIE = "optima_session";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http;
  private final URI base;
  private final @Nullable String header;
  private final String credential;

  private Rest(HttpClient http, URI base, @Nullable String header, String credential) {
    this.http = http;
    this.base = base;
    this.header = header;
    this.credential = credential;
  }

  /// As nobody.
  public static Rest at(URI base) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    return new Rest(http, base, null, "");
  }

  public Rest withToken(String token) {
    return new Rest(http, base, "Authorization", "Bearer " + token);
  }

  public Rest withCookie(String session) {
    return new Rest(http, base, "Cookie", COOKIE + "=" + session);
  }

  public URI base() {
    return base;
  }

  public Answer get(String path) {
    return send(path, request -> request.GET());
  }

  public Answer get(String path, String name, String value) {
    return send(path, request -> request.GET().header(name, value));
  }

  public Answer post(String path, Object body) {
    return send(path, "POST", json(body));
  }

  public Answer post(String path) {
    return send(path, request -> request.POST(BodyPublishers.noBody()));
  }

  public Answer put(String path, Object body) {
    return send(path, "PUT", json(body));
  }

  public Answer patch(String path, Object body) {
    return send(path, "PATCH", json(body));
  }

  public Answer delete(String path) {
    return send(path, request -> request.DELETE());
  }

  /// Sends a body that may be no JSON at all.
  public Answer send(String path, String method, String body) {
    return send(
        path,
        request ->
            request
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json"));
  }

  /// Sends whatever `filler` makes of the request.
  public Answer send(String path, Filler filler) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    if (header != null) {
      request.header(header, credential);
    }
    try {
      HttpResponse<String> response =
          http.send(filler.fill(request).build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.headers(), response.body(), parsed(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// The bytes of a file.
  ///
  /// @throws IllegalStateException if it is not answered with 200
  public byte[] bytes(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    if (header != null) {
      request.header(header, credential);
    }
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(path + " was answered with " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Fills a request with method, headers and body.
  public interface Filler {
    HttpRequest.Builder fill(HttpRequest.Builder request);
  }

  private static JsonNode parsed(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
