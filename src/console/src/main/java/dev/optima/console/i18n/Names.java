package dev.optima.console.i18n;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is done with people's names. Turkish has four letters where English has two: i İ and ı I.
public final class Names {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Names() {}

  /// The first letters of the first and last name, upper case by the rules of `locale`.
  public static String initials(String name, Locale locale) {
    String[] parts = SPACES.split(name.strip());
    String first = firstLetter(parts[0]);
    String last = parts.length > 1 ? firstLetter(parts[parts.length - 1]) : "";
    return (first + last).toUpperCase(locale);
  }

  /// The first name, for a friendly prompt.
  public static String first(String name) {
    return SPACES.split(name.strip())[0];
  }

  /// A form in which `İnci`, `inci`, `INCI` and `ınci` are equal, for search.
  public static String fold(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return bare.toLowerCase(Locale.ROOT).replace('ı', 'i').replace("ß", "ss");
  }

  private static String firstLetter(String part) {
    return part.isEmpty() ? "" : part.substring(0, part.offsetByCodePoints(0, 1));
  }
}
