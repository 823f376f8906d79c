package dev.optima.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/// What came back.
///
/// @param text the body as it is
/// @param body the body as JSON; a missing node if it is not JSON
public record Answer(int status, HttpHeaders headers, String text, JsonNode body) {

  /// This answer, if its status is as expected.
  ///
  /// @throws IllegalStateException with what came instead
  public Answer expect(int expected) {
    if (status != expected) {
      throw new IllegalStateException("expected " + expected + ", got " + status + ": " + text);
    }
    return this;
  }

  /// A field of the body that must be there.
  public String field(String name) {
    JsonNode value = body.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalStateException("no field " + name + " in " + text);
    }
    return value.asText();
  }

  /// The stable code of a problem; empty if this is none.
  public String code() {
    return body.path("code").asText();
  }

  /// The value of a cookie that this answer sets.
  public Optional<String> cookie(String name) {
    return headers.allValues("set-cookie").stream()
        .filter(c -> c.startsWith(name + "="))
        .map(c -> c.substring(name.length() + 1).split(";", 2)[0])
        .findFirst();
  }
}
