package dev.optima.backend.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.rest.Transcript;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the transcripts of media servers: JaaS (`messages` with `name`, `content`, `timestamp`)
/// and Jitsi's own transcriber (`events` of kind `SPEECH` with `participant` and `transcript`).
/// What is no line of speech is left out.
final class TranscriptFile {
  private static final int MOST_TEXT = 4_000;
  private static final int MOST_NAME = 200;

  /// The last that has a year of four digits.
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private TranscriptFile() {}

  /// Not a transcript.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /// @param mark by which the lines of this file are told from those of another one
  static List<Transcript.Line> read(String text, String mark) throws Unreadable {
    JsonNode lines = lines(text);
    var all = new ArrayList<Transcript.Line>();
    int number = 0;
    for (JsonNode line : lines) {
      number++;
      line(line, "file:" + mark + ":" + number).ifPresent(all::add);
      if (all.size() >= TranscriptService.MOST_LINES) {
        break;
      }
    }
    return all;
  }

  private static JsonNode lines(String text) throws Unreadable {
    JsonNode root;
    try {
      root = Json.read(text, JsonNode.class);
    } catch (JsonRefusal e) {
      throw new Unreadable("not JSON");
    }
    if (root.isArray()) {
      return root;
    }
    for (String name : List.of("messages", "events", "lines", "transcript")) {
      if (root.path(name).isArray()) {
        return root.path(name);
      }
    }
    throw new Unreadable("no lines in it");
  }

  private static Optional<Transcript.Line> line(JsonNode line, String id) {
    String event = line.path("event").asText("SPEECH").toUpperCase(Locale.ROOT);
    String said = said(line);
    Optional<Instant> at = time(line);
    if (!event.equals("SPEECH") || said.isBlank() || at.isEmpty()) {
      return Optional.empty();
    }
    String language = first(line, "language", "lang");
    return Optional.of(
        new Transcript.Line(
            id,
            null,
            cut(speaker(line), MOST_NAME),
            cut(said.strip(), MOST_TEXT),
            language.isEmpty() || language.length() > 35 ? null : language,
            at.get()));
  }

  private static String said(JsonNode line) {
    JsonNode transcript = line.path("transcript");
    if (transcript.isArray() && !transcript.isEmpty()) {
      return transcript.get(0).path("text").asText("");
    }
    return first(line, "content", "text", "transcript", "message");
  }

  private static String speaker(JsonNode line) {
    String name = first(line.path("participant"), "name", "displayName");
    return name.isEmpty() ? first(line, "name", "speaker", "displayName") : name;
  }

  private static String first(JsonNode node, String... names) {
    return Stream.of(names)
        .map(node::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /// Milliseconds or seconds since 1970, or a date as of RFC 3339.
  private static Optional<Instant> time(JsonNode line) {
    JsonNode time = line.hasNonNull("timestamp") ? line.path("timestamp") : line.path("time");
    try {
      if (time.isNumber()) {
        return possible(since1970(time.asLong()));
      }
      return time.isTextual()
          ? possible(OffsetDateTime.parse(time.asText()).toInstant())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant since1970(long number) {
    return number > 100_000_000_000L ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
  }

  private static Optional<Instant> possible(Instant at) {
    return at.isBefore(Instant.EPOCH) || at.isAfter(LAST) ? Optional.empty() : Optional.of(at);
  }

  private static String cut(String text, int most) {
    String clean = text.replace('\0', ' ');
    return clean.length() <= most ? clean : clean.substring(0, most);
  }
}
