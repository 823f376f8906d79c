package dev.optima.backend.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text in the form in which it is searched: lower case and without accents, so that `ayse` finds
/// `Ayşe` and `istanbul` finds `İstanbul`.
public final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private SearchText() {}

  public static String of(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT).replace('ı', 'i').replace('ł', 'l').replace("ß", "ss");
  }

  /// A pattern for `LIKE … ESCAPE '\'` that finds the text anywhere.
  public static String pattern(String text) {
    return "%"
        + of(text).strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        + "%";
  }
}
