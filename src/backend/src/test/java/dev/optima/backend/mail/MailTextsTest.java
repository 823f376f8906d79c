package dev.optima.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.rest.MailKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What stands in mails.
class MailTextsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final MailTopic.Link LINK =
      new MailTopic.Link("https://acme.example/a/the-code", Instant.parse("2026-11-29T09:00:00Z"));

  private final MailTexts texts = new MailTexts("Acme & Sons");

  @Test
  void bothLanguagesAreCompleteAndUsed() throws IOException {
    Properties english = words("mail.properties");
    Properties turkish = words("mail_tr.properties");
    var used = new TreeSet<String>();
    for (String common : new String[] {"greeting", "note", "fallback"}) {
      used.add("mail." + common);
    }
    for (MailKind kind : MailKind.values()) {
      for (String part : new String[] {"subject", "preview", "heading", "lead", "more", "footer"}) {
        used.add(kind.name().toLowerCase(Locale.ROOT) + "." + part);
      }
    }
    used.add("invitation.button");
    used.add("missed_call.button");

    assertThat(turkish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(english.stringPropertyNames()).isEqualTo(used);
    assertThat(turkish.values()).doesNotContainAnyElementsOf(english.values());
  }

  @Test
  void aMissedCallSaysWhenAtTheReadersPlace() {
    MailContent turkish = texts.write(topic(MailKind.MISSED_CALL, "John", "tr", LINK));
    MailContent english = texts.write(topic(MailKind.MISSED_CALL, "John", "en-GB", LINK));

    assertThat(turkish.text())
        .contains("22 Kasım 2026 Pazar 12:00")
        .contains("UTC+03:00")
        .contains("https://acme.example/a/the-code");
    assertThat(english.text()).contains("22 November 2026").contains("12:00").contains("UTC+03:00");
    assertThat(turkish.subject()).isEqualTo("Acme & Sons adına Elif sizi aradı");
    assertThat(english.subject()).isEqualTo("Elif from Acme & Sons tried to call you");
  }

  @Test
  void whatPeopleWroteIsEscapedInHtmlOnly() {
    MailContent mail =
        texts.write(topic(MailKind.INVITATION, "<img src=x onerror=1>{0}{{x}}", "en", LINK));

    assertThat(mail.html())
        .contains("&lt;img src")
        .doesNotContain("<img")
        .contains("Acme &amp; Sons");
    assertThat(mail.text()).contains("<img src=x onerror=1>{0}{{x}}").contains("Acme & Sons");
  }

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void eachKindStandsInBothFormsAndLanguages(MailKind kind) throws IOException {
    MailTopic.Link link = kind == MailKind.TEST ? null : LINK;
    for (String language : new String[] {"en", "tr"}) {
      MailContent mail = texts.write(topic(kind, "Ayşe Yılmaz", language, link));
      assertThat(mail.html() + mail.text() + mail.subject()).doesNotContain("{0}", "{4}", "{{");
      assertThat(mail.html()).contains("lang=\"" + language + "\"");
      assertThat(mail.html().contains("href=\"https://acme.example/a/the-code\""))
          .isEqualTo(link != null);
      assertThat(mail.toString()).doesNotContain("the-code");
      keep(kind, language, mail);
    }
  }

  /// For a look at them: `-Doptima.mails=DIRECTORY`.
  private static void keep(MailKind kind, String language, MailContent mail) throws IOException {
    String directory = System.getProperty("optima.mails");
    if (directory != null) {
      Path file = Path.of(directory, kind.name().toLowerCase(Locale.ROOT) + "-" + language);
      Files.writeString(Path.of(file + ".html"), mail.html());
      Files.writeString(Path.of(file + ".txt"), mail.subject() + "\n\n" + mail.text());
    }
  }

  private static MailTopic topic(
      MailKind kind, String name, String language, MailTopic.@Nullable Link link) {
    return new MailTopic(
        kind,
        new MailTopic.Reader(name, "john@example.com", language, "Europe/Istanbul"),
        "Elif",
        NOW,
        link);
  }

  private static Properties words(String name) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(MailTexts.resource(name)));
    return properties;
  }
}
