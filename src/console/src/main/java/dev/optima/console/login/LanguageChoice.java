package dev.optima.console.login;

import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;

/// The choice of a language before anybody is known, each in its own words.
final class LanguageChoice extends ChoiceBox<Language> {

  LanguageChoice(Words words, Consumer<Language> chosen) {
    setId(Ids.LOGIN_LANGUAGE);
    setAccessibleText(words.get("settings.language"));
    setConverter(new LanguageNames(words));
    getItems().setAll(List.of(Language.values()));
    setValue(words.texts().language());
    setOnAction(_ -> chosen.accept(getValue()));
  }

  private static final class LanguageNames extends StringConverter<Language> {
    private final Words words;

    LanguageNames(Words words) {
      this.words = words;
    }

    @Override
    public String toString(Language language) {
      return words.get(language == Language.TR ? "language.tr" : "language.en");
    }

    @Override
    public Language fromString(String text) {
      return text.equals(words.get("language.tr")) ? Language.TR : Language.EN;
    }
  }
}
