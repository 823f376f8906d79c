package dev.optima.backend.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.optima.protocol.rest.MailKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;

/// Writes mails: one layout, in HTML and in plain text, and the words of each kind in the reader's
/// language (Turkish or English). Times are those of the reader's place, which is named.
public final class MailTexts {
  private static final String BUNDLE = "dev.optima.backend.mail.mail";

  private final String organisation;
  private final Template html = Mustache.compiler().compile(resource("mail.html"));
  private final Template text = Mustache.compiler().escapeHTML(false).compile(resource("mail.txt"));

  /// @param organisation in whose name the mails are
  public MailTexts(String organisation) {
    this.organisation = organisation;
  }

  /// The whole mail.
  public MailContent write(MailTopic topic) {
    Locale locale = locale(topic.reader().language());
    Words words = words(topic, locale);
    Map<String, Object> values = new HashMap<>();
    values.put("language", locale.getLanguage());
    values.put("organisation", organisation);
    for (String part : new String[] {"subject", "heading", "lead", "more", "preview"}) {
      values.put(part, words.get(part));
    }
    values.put("greeting", words.key("mail.greeting"));
    MeetingFacts meeting = topic.meeting();
    values.put("footer", meeting == null ? words.get("footer") : words.key("meeting.footer"));
    values.put("hasFacts", meeting != null);
    values.put("hasOthers", false);
    values.put("others", List.of());
    MailTopic.Link link = topic.link();
    if (meeting == null) {
      values.put("facts", List.of());
      if (link != null) {
        values.put("link", link(topic.kind(), link, words));
      }
    } else {
      var said = new MeetingWords(meeting, topic.reader(), words, locale);
      values.put("facts", said.facts());
      if (link != null) {
        values.put("link", with(said.link(link.url()), "meeting.note", words));
      }
    }
    return new MailContent(line(words.get("subject")), html.execute(values), text.execute(values));
  }

  private static Map<String, Object> link(MailKind kind, MailTopic.Link link, Words words) {
    return with(
        Map.of("url", link.url(), "act", link.url(), "button", words.get("button")),
        kind == MailKind.BOOKING ? "booking.note" : "mail.note",
        words);
  }

  private static Map<String, Object> with(Map<String, Object> link, String note, Words words) {
    Map<String, Object> all = new HashMap<>(link);
    all.put("note", words.key(note));
    all.put("fallback", words.key("mail.fallback"));
    return all;
  }

  /// The subject alone.
  public String subject(MailTopic topic) {
    return line(words(topic, locale(topic.reader().language())).get("subject"));
  }

  private Words words(MailTopic topic, Locale locale) {
    MeetingFacts meeting = topic.meeting();
    String kind =
        meeting == null ? topic.kind().name().toLowerCase(Locale.ROOT) : meeting.occasion().key();
    return new Words(bundle(locale), locale, kind, arguments(topic, locale));
  }

  /// In one line: what comes from people must not become a header of its own.
  static String line(String value) {
    return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /// A time at the reader's place, which is named by its city and its distance from UTC.
  static String time(Instant instant, String timeZone, Locale locale) {
    ZonedDateTime there = instant.atZone(ZoneId.of(timeZone));
    String date =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
            .withLocale(locale)
            .format(there);
    String place = there.getZone().getDisplayName(TextStyle.FULL, locale);
    String offset = there.getOffset().getId().equals("Z") ? "" : there.getOffset().getId();
    return date + " (" + place + ", UTC" + offset + ")";
  }

  private Object[] arguments(MailTopic topic, Locale locale) {
    MailTopic.Link link = topic.link();
    String zone = topic.reader().timeZone();
    return new Object[] {
      organisation,
      topic.reader().name(),
      topic.actorName(),
      time(topic.happenedAt(), zone, locale),
      link == null ? "" : time(link.expiresAt(), zone, locale),
      Objects.requireNonNullElse(topic.title(), ""),
      topic.meeting() == null ? "" : begin(topic.meeting().start(), zone, locale)
    };
  }

  /// Short, for a subject.
  private static String begin(Instant start, String timeZone, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(start.atZone(ZoneId.of(timeZone)));
  }

  private static Locale locale(String language) {
    return Locale.forLanguageTag(language).getLanguage().equals("tr")
        ? Locale.of("tr", "TR")
        : Locale.UK;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(MailTexts.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The words of one kind of mail.
  record Words(ResourceBundle bundle, Locale locale, String kind, Object[] arguments) {
    String get(String part) {
      return key(kind + "." + part);
    }

    /// @throws MissingResourceException if a bundle lacks it, which a test excludes
    String key(String key) {
      return key(key, arguments);
    }

    String key(String key, Object... values) {
      return new MessageFormat(bundle.getString(key), locale).format(values);
    }
  }
}
