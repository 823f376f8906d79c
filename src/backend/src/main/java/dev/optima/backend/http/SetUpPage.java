package dev.optima.backend.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the page of the first administrator shows, in English or Turkish.
final class SetUpPage {
  private static final String BUNDLE = "dev.optima.backend.http.setup";
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z.]+)}");

  private final ResourceBundle texts;
  private final String language;

  SetUpPage(Locale locale) {
    this.language = locale.getLanguage().equals("tr") ? "tr" : "en";
    this.texts =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String language() {
    return language;
  }

  /// The form, with what is wrong with what was typed.
  ///
  /// @param problem a key, or empty
  String form(String name, String email, String problem) {
    Map<String, String> values = new HashMap<>();
    values.put("name", escape(name));
    values.put("email", escape(email));
    values.put(
        "problem",
        problem.isEmpty()
            ? ""
            : "<p class=\"problem\" role=\"alert\">"
                + escape(texts.getString("setup.problem." + problem))
                + "</p>");
    return page(fill(resource("setup-form.html"), values));
  }

  /// The account is there.
  String done(String address) {
    return page(
        "<p>"
            + escape(texts.getString("setup.done"))
            + "</p><p><code>"
            + escape(address)
            + "</code></p>");
  }

  /// The link is not good.
  String gone() {
    return page("<p>" + escape(texts.getString("setup.gone")) + "</p>");
  }

  private String page(String content) {
    return fill(resource("setup.html"), Map.of("language", language, "content", content));
  }

  private String fill(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            match -> {
              String value = values.get(match.group(1));
              return Matcher.quoteReplacement(
                  value != null ? value : escape(texts.getString(match.group(1))));
            });
  }

  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(SetUpPage.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
