package dev.optima.backend.search;

import java.util.List;
import java.util.Optional;

/// What somebody looks for: all of the words, and one that begins with the last.
///
/// @param words folded; without the last one
/// @param last folded; the beginning of a word, or a word if it is of one letter
public record SearchQuery(List<String> words, String last) {
  private static final int MAX_WORDS = 16;

  public SearchQuery {
    words = List.copyOf(words);
  }

  /// Reads what was typed; words past the sixteenth are not looked at. Nothing if there is no word
  /// in it.
  public static Optional<SearchQuery> read(String typed) {
    List<String> all =
        Words.of(typed).stream().map(Words.Word::folded).distinct().limit(MAX_WORDS).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new SearchQuery(all.subList(0, all.size() - 1), all.getLast()));
  }

  /// Whether a word of a text is one that is looked for.
  public boolean matches(String folded) {
    return words.contains(folded) || (isPrefix() ? folded.startsWith(last) : folded.equals(last));
  }

  /// One letter begins too many words to be of use.
  public boolean isPrefix() {
    return last.codePointCount(0, last.length()) > 1;
  }
}
