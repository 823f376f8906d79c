package dev.optima.console.i18n;

import java.time.ZoneId;

/// All that a view needs to speak to this recruiter.
public record Words(Texts texts, Formats formats) {
  public static Words of(Language language, ZoneId zone) {
    Texts texts = new Texts(language);
    return new Words(texts, new Formats(texts, zone));
  }

  public String get(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  public String get(Message message) {
    return texts.get(message);
  }

  /// Figures as this recruiter reads them.
  public Numbers numbers() {
    return new Numbers(texts);
  }

  /// The initials of a name.
  public String initials(String name) {
    return Names.initials(name, texts.locale());
  }
}
