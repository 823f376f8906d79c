package dev.optima.backend.http;

import dev.optima.protocol.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is answered to a request.
///
/// @param body empty for none
public record Reply(int status, String mediaType, String body, Map<String, String> headers) {
  private static final String JSON = "application/json";

  /// 200 with a record.
  public static Reply ok(Object body) {
    return new Reply(200, JSON, Json.write(body), Map.of());
  }

  /// 201 with a record.
  public static Reply created(Object body) {
    return new Reply(201, JSON, Json.write(body), Map.of());
  }

  /// 204.
  public static Reply nothing() {
    return new Reply(204, "", "", Map.of());
  }

  /// 200 with text of another type.
  public static Reply text(String mediaType, String body) {
    return new Reply(200, mediaType, body, Map.of());
  }

  /// The same with one more header.
  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, mediaType, body, Map.copyOf(more));
  }

  /// Never prints the body: it may hold a token.
  @Override
  public String toString() {
    return "Reply[" + status + ", " + mediaType + "]";
  }
}
