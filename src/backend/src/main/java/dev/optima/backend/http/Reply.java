package dev.optima.backend.http;

import dev.optima.protocol.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is answered to a request.
///
/// @param body empty for none
/// @param rest what comes behind the body, if it is too much to be kept
public record Reply(
    int status, String mediaType, String body, Map<String, String> headers, @Nullable Parts rest) {
  private static final String JSON = "application/json";

  public Reply(int status, String mediaType, String body, Map<String, String> headers) {
    this(status, mediaType, body, headers, null);
  }

  /// Something long, a part at a time. May block.
  @FunctionalInterface
  public interface Parts {
    /// The next part; empty at the end.
    Optional<String> next();
  }

  /// 200 with a record.
  public static Reply ok(Object body) {
    return new Reply(200, JSON, Json.write(body), Map.of());
  }

  /// 201 with a record.
  public static Reply created(Object body) {
    return new Reply(201, JSON, Json.write(body), Map.of());
  }

  /// 202 with a record: it is not done yet.
  public static Reply accepted(Object body) {
    return new Reply(202, JSON, Json.write(body), Map.of());
  }

  /// 204.
  public static Reply nothing() {
    return new Reply(204, "", "", Map.of());
  }

  /// 200 with text of another type.
  public static Reply text(String mediaType, String body) {
    return new Reply(200, mediaType, body, Map.of());
  }

  /// 200 with a text that is made while it is sent. What goes wrong behind the first part breaks
  /// the connection, so that nobody takes half of it for the whole.
  public static Reply parts(String mediaType, Parts parts) {
    return new Reply(200, mediaType, parts.next().orElse(""), Map.of(), parts);
  }

  /// The same with one more header.
  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, mediaType, body, Map.copyOf(more), rest);
  }

  /// Never prints the body: it may hold a token.
  @Override
  public String toString() {
    return "Reply[" + status + ", " + mediaType + "]";
  }
}
