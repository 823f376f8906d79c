package dev.optima.console.palette;

import dev.optima.console.i18n.Names;
import java.util.OptionalInt;

/// Whether the letters of a query appear in a name in their order, and how well: at the beginning
/// of words and next to each other is best. Turkish letters fit those without their marks.
final class FuzzyMatch {
  private static final int PREFIX = 40;
  private static final int WORD = 12;
  private static final int ADJACENT = 6;
  private static final int LETTER = 1;

  private FuzzyMatch() {}

  /// Higher is better; empty if it does not fit.
  static OptionalInt score(String query, String name) {
    String wanted = Names.fold(query.strip());
    String text = Names.fold(name);
    int score = 0;
    for (String word : wanted.split("\\s+")) {
      if (word.isEmpty()) {
        continue;
      }
      int one = ofWord(word, text);
      if (one < 0) {
        return OptionalInt.empty();
      }
      score += one;
    }
    return OptionalInt.of(score * 10 - Math.min(text.length(), 9));
  }

  private static int ofWord(String word, String text) {
    int whole = text.indexOf(word);
    while (whole >= 0) {
      if (beginsWord(text, whole)) {
        return PREFIX + (whole == 0 ? WORD : 0) + word.length() * ADJACENT;
      }
      whole = text.indexOf(word, whole + 1);
    }
    return scattered(word, text);
  }

  /// Tries from each place where the first letter begins a word, then from anywhere.
  private static int scattered(String word, String text) {
    int best = -1;
    for (int from = 0; from < text.length(); from++) {
      if (text.charAt(from) == word.charAt(0)) {
        best = Math.max(best, from(word, text, from));
      }
    }
    return best;
  }

  private static int from(String word, String text, int start) {
    int score = 0;
    int at = start;
    int before = -2;
    for (int i = 0; i < word.length(); i++) {
      int found = next(word.charAt(i), text, at, before);
      if (found < 0) {
        return -1;
      }
      score += LETTER;
      score += beginsWord(text, found) ? WORD : 0;
      score += found == before + 1 ? ADJACENT : 0;
      before = found;
      at = found + 1;
    }
    return score;
  }

  /// The next such letter: the adjacent one, else one that begins a word, else any.
  private static int next(char letter, String text, int at, int before) {
    int any = text.indexOf(letter, at);
    if (any < 0 || any == before + 1) {
      return any;
    }
    for (int i = any; i >= 0; i = text.indexOf(letter, i + 1)) {
      if (beginsWord(text, i)) {
        return i;
      }
    }
    return any;
  }

  private static boolean beginsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
