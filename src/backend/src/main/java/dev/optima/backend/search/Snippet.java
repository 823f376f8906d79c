package dev.optima.backend.search;

import dev.optima.protocol.rest.SearchHits.Mark;
import java.util.ArrayList;
import java.util.List;

/// The part of a text around the first word that was found.
///
/// @param marks where words stand in `text` that were found
public record Snippet(String text, List<Mark> marks) {
  private static final int LENGTH = 160;
  private static final int BEFORE = 48;
  private static final String CUT = "…";

  public Snippet {
    marks = List.copyOf(marks);
  }

  /// Cuts a text down to what shows why it was found; to its beginning if no word of it was.
  public static Snippet of(String text, SearchQuery query) {
    List<Words.Word> found =
        Words.of(text).stream().filter(word -> query.matches(word.folded())).toList();
    int first = found.isEmpty() ? 0 : found.getFirst().start();
    int start = text.length() <= LENGTH ? 0 : begin(text, first);
    int end = text.length() - start <= LENGTH ? text.length() : cut(text, start + LENGTH);
    String before = start == 0 ? "" : CUT;
    var marks = new ArrayList<Mark>();
    for (Words.Word word : found) {
      if (word.end() <= end) {
        int shift = before.length() - start;
        marks.add(new Mark(word.start() + shift, word.end() + shift));
      }
    }
    return new Snippet(
        before + text.substring(start, end) + (end == text.length() ? "" : CUT), marks);
  }

  /// A little before the first word, at the beginning of a word if there is one.
  private static int begin(String text, int first) {
    int earliest = cut(text, Math.max(0, Math.min(first - BEFORE, text.length() - LENGTH)));
    for (int at = earliest; at < first && earliest > 0; at++) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at + 1;
      }
    }
    return earliest;
  }

  /// Not in the middle of a surrogate pair.
  private static int cut(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
