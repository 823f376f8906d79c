package dev.optima.backend.mail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.rest.MailKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    for (String kind : new String[] {"invitation", "missed_call", "booking", "test"}) {
      for (String part : new String[] {"subject", "preview", "heading", "lead", "more", "footer"}) {
        used.add(kind + "." + part);
      }
    }
    for (MeetingFacts.Occasion occasion : MeetingFacts.Occasion.values()) {
      for (String part : new String[] {"subject", "preview", "heading", "lead", "more"}) {
        used.add(occasion.key() + "." + part);
      }
    }
    for (String part :
        new String[] {"accept", "move", "decline", "open", "cancel", "note", "footer"}) {
      used.add("meeting." + part);
    }
    for (String fact : new String[] {"when", "there", "length", "with", "about", "reason"}) {
      used.add("fact." + fact);
    }
    used.addAll(List.of("length.minutes", "length.hours", "length.both"));
    used.addAll(
        List.of("invitation.button", "missed_call.button", "booking.button", "booking.note"));

    assertThat(turkish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(english.stringPropertyNames()).isEqualTo(used);
    turkish.remove("meeting_planned.heading"); // the title alone
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
  @EnumSource(
      value = MailKind.class,
      names = {"INVITATION", "MISSED_CALL", "BOOKING", "TEST"})
  void eachKindStandsInBothFormsAndLanguages(MailKind kind) throws IOException {
    MailTopic.Link link = kind == MailKind.TEST ? null : LINK;
    for (String language : new String[] {"en", "tr"}) {
      MailContent mail = texts.write(topic(kind, "Ayşe Yılmaz", language, link));
      assertThat(mail.html() + mail.text() + mail.subject()).doesNotContain("{0}", "{4}", "{{");
      assertThat(mail.html()).contains("lang=\"" + language + "\"");
      assertThat(mail.html().contains("href=\"https://acme.example/a/the-code\""))
          .isEqualTo(link != null);
      assertThat(mail.toString()).doesNotContain("the-code");
      keep(kind.name().toLowerCase(Locale.ROOT), language, mail);
    }
  }

  @ParameterizedTest
  @EnumSource(MeetingFacts.Occasion.class)
  void aMailAboutAMeetingSaysBothTimesAndWhatOneCanDo(MeetingFacts.Occasion occasion)
      throws IOException {
    boolean over = occasion == MeetingFacts.Occasion.CANCELLED;
    for (String language : new String[] {"en", "tr"}) {
      MailContent mail = texts.write(about(occasion, language, over ? null : LINK));
      assertThat(mail.html() + mail.text() + mail.subject()).doesNotContain("{0}", "{5}", "{{");
      assertThat(mail.text())
          .contains("13:00")
          .contains("UTC+03:00")
          .contains("11:00")
          .contains("UTC+01:00")
          .contains("Elif Kaya, Jörg Müller")
          .contains("<b>First</b> interview");
      assertThat(mail.html()).contains("&lt;b&gt;First&lt;/b&gt; interview").doesNotContain("<b>");
      assertThat(mail.text().contains("/the-code#accept"))
          .isEqualTo(
              occasion == MeetingFacts.Occasion.PLANNED
                  || occasion == MeetingFacts.Occasion.CHANGED);
      keep(occasion.key(), language, mail);
    }
  }

  @Test
  void whoSharesTheTeamsTimeReadsItOnce() {
    MailTopic topic = about(MeetingFacts.Occasion.PLANNED, "en", LINK);
    MailTopic.Reader berlin =
        new MailTopic.Reader("Maria", "maria@example.com", "en", "Europe/Vienna");
    MailContent mail =
        texts.write(
            MailTopic.of(
                MailKind.MEETING, berlin, "Elif", NOW, LINK, requireNonNull(topic.meeting())));
    assertThat(mail.text())
        .contains("11:00")
        .doesNotContain("At our place")
        .doesNotContain("13:00");
  }

  private static MailTopic about(
      MeetingFacts.Occasion occasion, String language, MailTopic.@Nullable Link link) {
    var facts =
        new MeetingFacts(
            occasion,
            "<b>First</b> interview",
            Instant.parse("2026-11-24T10:00:00Z"),
            Duration.ofMinutes(45),
            "Europe/Berlin",
            List.of("Elif Kaya", "Jörg Müller"),
            "Your last project, and what you would like to do next.\nPlease have your CV at hand.",
            occasion == MeetingFacts.Occasion.CANCELLED ? "The position is filled." : null);
    return MailTopic.of(
        MailKind.MEETING,
        new MailTopic.Reader("Ayşe Yılmaz", "ayse@example.com", language, "Europe/Istanbul"),
        "Elif Kaya",
        NOW,
        link,
        facts);
  }

  /// For a look at them: `-Doptima.mails=DIRECTORY`.
  private static void keep(String kind, String language, MailContent mail) throws IOException {
    String directory = System.getProperty("optima.mails");
    if (directory != null) {
      Path file = Path.of(directory, kind + "-" + language);
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
        link,
        null,
        "First interview");
  }

  private static Properties words(String name) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(MailTexts.resource(name)));
    return properties;
  }
}
