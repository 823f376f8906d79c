package dev.optima.backend.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a media server wrote, read with care: a field that is missing, of another type, too long,
/// or which no database takes, is not there.
record Told(JsonNode json) {
  private static final int LONGEST = 4096;
  private static final Pattern TENANT = Pattern.compile("^\\[[^\\]]*]");

  /// Empty if it is no JSON object.
  static Optional<Told> read(byte[] body) {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      return json != null && json.isObject() ? Optional.of(new Told(json)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Whether it is not there, or `null`.
  boolean isNothing() {
    return json.isMissingNode() || json.isNull();
  }

  Told part(String name) {
    return new Told(json.path(name));
  }

  List<Told> parts(String name) {
    JsonNode array = json.path(name);
    return array.isArray() ? array.valueStream().map(Told::new).toList() : List.of();
  }

  @Nullable String text(String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual() && !value.isNumber()) {
      return null;
    }
    String text = value.asText().strip();
    boolean fits = !text.isEmpty() && text.length() <= LONGEST && text.indexOf('\0') < 0;
    return fits ? text : null;
  }

  /// The first of these fields that is there.
  @Nullable String first(String... names) {
    for (String name : names) {
      String text = text(name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  boolean flag(String name) {
    return json.path(name).asBoolean(false); // `true` or "true"
  }

  Optional<Instant> time(String name) {
    String text = text(name);
    return text == null ? Optional.empty() : MediaTimes.read(text);
  }

  /// The name of a room as we gave it: lower case, without the tenant that prosody puts before it.
  static String room(String name) {
    return TENANT.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
  }

  /// What an occupant is known by. Somebody in a breakout room is somewhere else in the same call.
  static String occupant(String key, @Nullable String breakout) {
    return breakout == null ? key : key + "@" + breakout;
  }
}
