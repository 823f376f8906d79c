package dev.optima.backend.http;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.ErrorCode;
import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One request, read and validated against the contract: all that an endpoint sees of HTTP.
public final class ApiRequest {
  private static final int PAGE = 50;

  private final @Nullable Identity identity;
  private final Map<String, String> path;
  private final MultiMap query;
  private final MultiMap headers;
  private final byte[] body;
  private final String address;

  ApiRequest(
      @Nullable Identity identity,
      Map<String, String> path,
      MultiMap query,
      MultiMap headers,
      byte[] body,
      String address) {
    this.identity = identity;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.address = address;
  }

  /// Who asks.
  public Identity identity() {
    if (identity == null) {
      throw Refusal.of(ErrorCode.UNAUTHENTICATED, "sign in first");
    }
    return identity;
  }

  /// A parameter of the path.
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalStateException("the contract has no parameter " + name + " here");
    }
    return value;
  }

  /// A parameter of the path, as an id: what cannot be one is not found.
  public <T> T path(String name, Function<String, T> type) {
    try {
      return type.apply(path(name));
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound("there is nothing of this id");
    }
  }

  /// A parameter of the query; empty counts as absent.
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /// A parameter of the query, read.
  public <T> Optional<T> query(String name, Function<String, T> type) {
    try {
      return query(name).map(type);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Refusal.invalid(name, name + " is not allowed: " + e.getMessage());
    }
  }

  /// A parameter that may be given more than once, read; empty ones count as absent.
  public <T> List<T> all(String name, Function<String, T> type) {
    try {
      return query.getAll(name).stream().filter(value -> !value.isBlank()).map(type).toList();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Refusal.invalid(name, name + " is not allowed: " + e.getMessage());
    }
  }

  /// A time of the query.
  public Optional<Instant> time(String name) {
    return query(name, text -> OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
  }

  /// How many entries a page may have.
  public int limit() {
    return query("limit", Integer::valueOf).orElse(PAGE);
  }

  /// The body.
  public <T> T body(Class<T> type) {
    try {
      return Json.read(text(), type);
    } catch (JsonRefusal e) {
      throw Refusal.of(e.code(), Optional.ofNullable(e.getMessage()).orElse("malformed"));
    }
  }

  /// The body, where one may be left out.
  public <T> Optional<T> optionalBody(Class<T> type) {
    return body.length == 0 ? Optional.empty() : Optional.of(body(type));
  }

  /// The body as it was sent, to the byte.
  public byte[] bytes() {
    return body.clone();
  }

  /// A field of a form; empty counts as absent.
  public Optional<String> field(String name) {
    for (String pair : text().split("&", -1)) {
      int end = pair.indexOf('=');
      if (end > 0 && decoded(pair.substring(0, end)).equals(name)) {
        return Optional.of(decoded(pair.substring(end + 1))).filter(value -> !value.isEmpty());
      }
    }
    return Optional.empty();
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// A header; empty if it is not there.
  public String header(String name) {
    return Objects.requireNonNullElse(headers.get(name), "");
  }

  /// Whether the client asks for this type rather than for JSON.
  public boolean prefers(String mediaType) {
    return header("Accept").toLowerCase(Locale.ROOT).contains(mediaType);
  }

  /// From where.
  public String address() {
    return address;
  }
}
