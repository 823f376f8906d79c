package dev.optima.console.i18n;

import java.util.Locale;

/// A language the console speaks. Turkish is `tr-TR`: plain `tr` begins the week on Sunday.
public enum Language {
  EN(Locale.UK),
  TR(Locale.of("tr", "TR"));

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /// Of a BCP 47 tag; English if it is not one of ours.
  public static Language of(String tag) {
    return Locale.forLanguageTag(tag).getLanguage().equals("tr") ? TR : EN;
  }

  public Locale locale() {
    return locale;
  }

  /// `en` or `tr`.
  public String tag() {
    return locale.getLanguage();
  }
}
