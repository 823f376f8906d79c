package dev.optima.console.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the console in one language. Immutable: another language is another `Texts`, and
/// the views are built anew with it.
public final class Texts {
  private static final String BUNDLE = "dev.optima.console.i18n.messages";

  private final Language language;
  private final ResourceBundle bundle;

  public Texts(Language language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language.locale(),
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public Language language() {
    return language;
  }

  public Locale locale() {
    return language.locale();
  }

  /// The words of a key.
  ///
  /// @throws java.util.MissingResourceException if the key is in no bundle
  public String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    if (arguments.length == 0) {
      return pattern;
    }
    Object[] words = new Object[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i] instanceof Message inner ? get(inner) : arguments[i];
    }
    return new MessageFormat(pattern, locale()).format(words);
  }

  public String get(Message message) {
    return get(message.key(), message.arguments().toArray());
  }
}
