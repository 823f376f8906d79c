package dev.optima.backend.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A text taken apart into the words by which it is found. Both databases get the same words, so
/// they find the same; nothing of a query reaches them but letters and digits.
public final class Words {
  /// Longer words are found by their beginning.
  private static final int MAX_LENGTH = 64;

  private Words() {}

  /// A word of a text.
  ///
  /// @param folded as it is searched
  /// @param start where it stands in the text, in UTF-16 units
  /// @param end behind it
  public record Word(String folded, int start, int end) {}

  /// The words of a text, in order.
  public static List<Word> of(String text) {
    var words = new ArrayList<Word>();
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(text, at);
      if (end == at) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      String folded = fold(text.substring(at, end));
      if (!folded.isEmpty()) {
        words.add(new Word(folded, at, end));
      }
      at = end;
    }
    return words;
  }

  /// Where the word ends that begins here; the same place if none does.
  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!isOfWord(c) || (at > start && standsAlone(c))) {
        break;
      }
      at += Character.charCount(c);
      if (standsAlone(c)) {
        break;
      }
    }
    return at;
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }

  /// Scripts without spaces between words: each sign is found by itself.
  private static boolean standsAlone(int c) {
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI -> true;
      default -> false;
    };
  }

  private static String fold(String word) {
    return SearchText.of(word)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(MAX_LENGTH)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
