package dev.optima.pages;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that a page made of the scripted backend, whichever way it came.
///
/// @param postDataBuffer null if there was no body
/// @param headers by their names in small letters
record Asked(
    String method, String url, byte @Nullable [] postDataBuffer, Map<String, String> headers) {

  @Nullable String postData() {
    return postDataBuffer == null ? null : new String(postDataBuffer, StandardCharsets.UTF_8);
  }
}
