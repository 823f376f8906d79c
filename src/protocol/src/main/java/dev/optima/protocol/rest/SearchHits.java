package dev.optima.protocol.rest;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/search`: messages that contain all of the words, the last of which may be the
/// beginning of one, newest first. Upper and lower case and accents make no difference.
///
/// @param next the `after` of the next page; null at the end
public record SearchHits(List<Hit> hits, @Nullable String next) {

  /// A message that was found.
  ///
  /// @param entry without reactions
  /// @param snippet the part of the text (or the name of a file) around the first match
  /// @param marks where the words stand in the snippet
  public record Hit(
      ChatEntry entry,
      UserId applicantId,
      String applicantName,
      String snippet,
      List<Mark> marks) {}

  /// A stretch of a snippet, in UTF-16 units: `start` is in it, `end` is not.
  public record Mark(int start, int end) {}
}
